import type { RxCollection } from "rxdb/plugins/core";
import type { Row } from "./row.ts";

/** Makes a row of the one that is stored. Runs again where something else wrote in between, so it must be pure. */
export type Change = (row: Row) => Row;

/** Changes stored rows, each by its own change, in as few transactions as the storage allows. Answers after the commit. */
export const modifyRows = async (
  collection: RxCollection<Row>,
  changes: ReadonlyMap<string, Change>,
): Promise<void> => {
  if (changes.size === 0) return;
  const stored = await collection.findByIds([...changes.keys()]).exec();
  await Promise.all(
    [...changes].map(([id, change]) => {
      const row = stored.get(id);
      if (!row) throw new Error("a row that was known is not stored");
      return row.incrementalModify((current) => change(current as Row) as typeof current);
    }),
  );
};
