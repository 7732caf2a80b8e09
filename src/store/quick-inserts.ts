import { type BulkWriteRow, type RxDocumentData, randomToken } from "rxdb/plugins/core";
import { fromStorageToDexie, type RxStorageInstanceDexie } from "rxdb/plugins/storage-dexie";
import type { Subject } from "rxjs";
import type { Pack } from "./packs.ts";

/**
 * Makes an opened Dexie storage add new documents in one transaction without reading each of them first: IndexedDB itself refuses
 * an id that is taken, and then nothing of the batch is written and RxDB's own way is gone, which says what is there. A sixth
 * less work for a first sync. `changes$` is private in RxDB 17.6.0, which is pinned; a test holds it.
 */
export const withQuickInserts = <D>(instance: RxStorageInstanceDexie<D>): RxStorageInstanceDexie<D> => {
  const write = instance.bulkWrite.bind(instance);
  instance.bulkWrite = async (rows, context) =>
    rows.every(isNew) && (await addNew(instance, rows, context)) ? { error: [] } : write(rows, context);
  return instance;
};

/** Adds new documents, and packs with them, in one transaction. False, and nothing is written, where an id is taken. */
export const addNew = async <D>(
  instance: RxStorageInstanceDexie<D>,
  rows: BulkWriteRow<D>[],
  context: string,
  packs: readonly Pack[] = [],
): Promise<boolean> => {
  if (rows.length === 0 || instance.closed || !(await added(instance, rows, packs))) return false;
  const { changes$ } = instance as unknown as { readonly changes$: Subject<unknown> };
  changes$.next({
    id: randomToken(10),
    events: rows.map(insertionOf(instance)),
    checkpoint: lastOf(instance, rows),
    context,
  });
  return true;
};

const isNew = <D>({ previous, document }: BulkWriteRow<D>): boolean =>
  !previous && !document._deleted && Object.keys(document._attachments).length === 0;

const added = async <D>(
  instance: RxStorageInstanceDexie<D>,
  rows: readonly BulkWriteRow<D>[],
  packs: readonly Pack[],
): Promise<boolean> => {
  const { dexieDb, dexieTable, dexieAttachmentsTable: packTable, booleanIndexes } = await instance.internals;
  const documents = rows.map(({ document }) => fromStorageToDexie(booleanIndexes, document as RxDocumentData<D>));
  try {
    await (packs.length === 0
      ? dexieDb.transaction("rw", dexieTable, () => dexieTable.bulkAdd(documents))
      : dexieDb.transaction("rw", dexieTable, packTable, () =>
          Promise.all([packTable.bulkAdd(packs), dexieTable.bulkAdd(documents)]),
        ));
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
};

const isTaken = (error: unknown): boolean => {
  const { name, failures = [] } = error as { readonly name?: string; readonly failures?: readonly unknown[] };
  return name === "ConstraintError" || failures.some(isTaken);
};

const insertionOf =
  <D>({ primaryPath }: RxStorageInstanceDexie<D>) =>
  ({ document }: BulkWriteRow<D>) => ({
    documentId: document[primaryPath],
    operation: "INSERT",
    documentData: document,
    previousDocumentData: undefined,
  });

/** RxDB's place in the order of all writes, after these. */
const lastOf = <D>({ primaryPath }: RxStorageInstanceDexie<D>, rows: readonly BulkWriteRow<D>[]) => {
  const document = rows.at(-1)?.document;
  return { id: document?.[primaryPath], lwt: document?._meta.lwt };
};
