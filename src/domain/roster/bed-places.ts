import type { Bed } from "../model/kinds/bed.ts";

/** How many people may lie in a bed without anything being wrong. */
export const bedCapacity = (bed: Bed): number => (bed.bedKind === "double" ? 2 : 1);

/** How many more may be given this bed now. */
export const freePlaces = (bed: Bed, lyingThere: number): number =>
  bed.blocked ? 0 : Math.max(0, bedCapacity(bed) - lyingThere);
