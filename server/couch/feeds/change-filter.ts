import type { DocumentRow } from "../store/database.ts";

/** Picks rows of a change feed. `ids`: no others can fit. */
export type ChangeFilter = {
  readonly fits: (row: DocumentRow) => boolean;
  readonly ids?: readonly string[];
};
