import { isTombstone } from "../domain/model/kind.ts";
import type { RowCipher } from "./envelope.ts";
import type { PackShelf } from "./pack-shelf.ts";
import type { Row } from "./row.ts";

/**
 * Notes which collections are to be packed anew: where many rows lie in boxes of their own, and where somebody was erased, of whom a pack may
 * still hold what they were before.
 */
export const openWear = (envelopes: RowCipher) => {
  const loose = new Map<PackShelf, number>();
  const note = (shelf: PackShelf, row: Partial<Row>) =>
    loose.set(shelf, (loose.get(shelf) ?? 0) + (isTombstone(row.document) ? many : 1));
  const tidyAll = async () => {
    const { repack } = await import("./repack.ts");
    for (const [shelf, count] of [...loose]) {
      if (count < many) continue;
      loose.delete(shelf);
      const isDone = await repack(shelf, envelopes).catch(() => false);
      if (!isDone) loose.set(shelf, many);
    }
  };
  let tidying: Promise<void> = Promise.resolve();
  return {
    /** Rows lie in boxes of their own. */
    note: (shelf: PackShelf, rows: readonly Partial<Row>[]) => {
      for (const row of rows) note(shelf, row);
    },
    /** One after the other, however often it is asked for. */
    tidy: (): Promise<void> => {
      tidying = tidying.then(tidyAll, tidyAll);
      return tidying;
    },
  };
};

const many = 300;
