import type { Line } from "../../../domain/model/kinds/line.ts";

/** Who is on the list, leaving out those who were taken off it. */
export const bookedLines = ({ lines }: { readonly lines: readonly Line[] }): readonly Line[] =>
  lines.filter((line) => line.status === "booked" && !line.voided);
