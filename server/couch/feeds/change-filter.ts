import type { DocumentRow } from "../store/database.ts";

/** Picks rows of a change feed. `ids`: no others can fit. */
export type ChangeFilter = {
  /** Undefined where that takes longer than a slice: asked again of the same row, it goes on. */
  readonly fits: (row: DocumentRow) => boolean | undefined;
  readonly ids?: readonly string[];
};
