import type { BulkWriteRow, RxStorageInstance } from "rxdb/plugins/core";
import type { RxStorageInstanceDexie } from "rxdb/plugins/storage-dexie";
import type { SealedRow } from "./envelope.ts";
import type { Pack } from "./packs.ts";
import { addNew } from "./quick-inserts.ts";
import type { Row } from "./row.ts";

/** Where the packs of a collection lie: beside its rows, in the table that RxDB keeps for attachments, of which there are none. */
export type PackShelf = {
  /** Adds new rows and their packs in one transaction. False, and nothing is written, where a row is there already. */
  add(rows: BulkWriteRow<Row>[], packs: readonly Pack[], context: string): Promise<boolean>;
  read(ids: readonly string[]): Promise<readonly Pack[]>;
  all(): Promise<readonly Pack[]>;
  /** All rows and packs, as they lie there at one moment. */
  whole(): Promise<{ readonly rows: readonly SealedRow[]; readonly packs: readonly Pack[] }>;
  /** Gives rows other boxes, adds packs and removes others, in one transaction. False, and nothing is written, where a row is not as it was. */
  move(moves: readonly Move[], packs: readonly Pack[], gone: readonly string[]): Promise<boolean>;
};

/** A storage that can keep packs. */
export type Packing = { shelfOf(instance: RxStorageInstance<Row, unknown, unknown>): PackShelf };

export type Move = { readonly from: SealedRow; readonly box: string };

/** The shelf of a collection in Dexie. */
export const dexieShelf = (dexie: RxStorageInstanceDexie<Row>): PackShelf => {
  return {
    add: (rows, packs, context) => addNew(dexie, rows, context, packs),
    read: async (ids) => {
      const { dexieAttachmentsTable: packs } = await dexie.internals;
      return (await packs.bulkGet([...ids])).filter((pack: Pack | undefined) => pack !== undefined);
    },
    all: async () => (await dexie.internals).dexieAttachmentsTable.toArray(),
    whole: async () => {
      const { dexieDb, dexieTable, dexieAttachmentsTable } = await dexie.internals;
      return dexieDb.transaction("r", dexieTable, dexieAttachmentsTable, async () => ({
        rows: await dexieTable.toArray(),
        packs: await dexieAttachmentsTable.toArray(),
      }));
    },
    move: async (moves, packs, gone) => {
      const { dexieDb, dexieTable: rows, dexieAttachmentsTable: table } = await dexie.internals;
      return dexieDb.transaction("rw", rows, table, async () => {
        const there: readonly (SealedRow | undefined)[] = await rows.bulkGet(moves.map(({ from }) => from.id));
        if (moves.some(({ from }, place) => !isSame(from, there[place]))) return false;

        await rows.bulkPut(moves.map(({ box }, place) => ({ ...there[place], box })));
        await table.bulkAdd(packs);
        await table.bulkDelete([...gone]);
        return true;
      });
    },
  };
};

const isSame = (a: SealedRow, b: SealedRow | undefined): boolean => a._rev === b?._rev && a.box === b.box;
