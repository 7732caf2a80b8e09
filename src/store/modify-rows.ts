import type { RxCollection } from "rxdb/plugins/core";
import { documentIdOf, isDamaged, type Row } from "./row.ts";

/** Makes a row of the one that is stored. Runs again where something else wrote in between, so it must be pure. */
export type Change = (row: Row) => Row;

/**
 * Changes stored rows, each by its own change, in as few transactions as the storage allows. Answers after the commit. A row of
 * `memory` that the disk does not hold any more (browsers empty the storage under a running page) is written anew.
 */
export const modifyRows = async (
  collection: RxCollection<Row>,
  memory: ReadonlyMap<string, Row>,
  changes: ReadonlyMap<string, Change>,
): Promise<void> => {
  if (changes.size === 0) return;
  const stored = await find(collection, [...changes.keys()]);
  const gone = [...changes].flatMap(([id, change]) => {
    const row = stored.has(id) ? undefined : memory.get(documentIdOf(id));
    return row ? [change(row)] : [];
  });
  // Put back by somebody else in between: changed as what is stored.
  const again = new Set(await insertRows(collection, gone));
  await Promise.all(
    [...changes].map(([id, change]) =>
      stored.get(id)?.incrementalModify((current) => change(current as Row) as typeof current),
    ),
  );
  await modifyRows(collection, memory, new Map([...changes].filter(([id]) => again.has(id))));
};

/**
 * The stored rows. RxDB keeps a query and its queue of runs for the next one who asks for the same ids, so that one that failed once would fail for ever (the storage was
 * being emptied), and with it each round of sync that writes these rows: the queue begins anew.
 */
const find = async (collection: RxCollection<Row>, ids: string[]) => {
  const query = collection.findByIds(ids);
  try {
    return await query.exec();
  } catch (error) {
    query._ensureEqualQueue = Promise.resolve(false);
    throw error;
  }
};

/** Adds rows in one transaction. Answers, after the commit, the ids of those that were not added since the disk has them. */
export const insertRows = async (collection: RxCollection<Row>, rows: readonly Row[]): Promise<readonly string[]> => {
  if (rows.length === 0) return [];
  const { error } = await collection.bulkInsert([...rows]);
  const taken = error.flatMap(({ documentId, status }) => (status === 409 ? [documentId] : []));
  if (error.length > taken.length) throw new Error(`${error.length - taken.length} documents were not stored`);
  return taken;
};

/** A row where a damaged one lies, whose box is kept. Any other row must not be replaced. */
export const replaceDamaged = (stored: Row, row: Row): Row => {
  if (!isDamaged(stored)) throw new Error("a row was not stored: another one is there");
  return { ...row, ...(stored.damaged && { damaged: stored.damaged }) };
};
