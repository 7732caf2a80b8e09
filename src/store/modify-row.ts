import type { RxCollection } from "rxdb/plugins/core";
import type { Row } from "./row.ts";

/** Changes one stored row; runs again where something else wrote in between, so `change` must be pure. */
export const modifyRow = async (
  collection: RxCollection<Row>,
  id: string,
  change: (row: Row) => Row,
): Promise<void> => {
  const stored = await collection.findOne(id).exec();
  await stored?.incrementalModify((row) => change(row as Row) as typeof row);
};
