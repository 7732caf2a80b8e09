import type { RxCollection } from "rxdb/plugins/core";
import { importRecords } from "./import-records.ts";
import { insertRows } from "./modify-rows.ts";
import type { Receiver } from "./receiver.ts";
import { isDamaged, type Row } from "./row.ts";

/** A row, or what is left of one whose box does not open. */
export type FoundRow = Row | Pick<Row, "id" | "damaged">;

/**
 * Rows of another store of this phone, as they are: with what is known of their way to the server. Where a row is there already, both are
 * joined as what the server, or another phone, brings. Twice is once.
 */
export const adoptRows = async (
  collection: RxCollection<Row>,
  here: ReadonlyMap<string, Row>,
  { receive }: Pick<Receiver, "receive">,
  { database, rows }: { readonly database: string; readonly rows: readonly FoundRow[] },
): Promise<void> => {
  const there = new Set(await insertRows(collection, rows as readonly Row[]));
  const met = rows.flatMap((row) => (there.has(row.id) && !isDamaged(row) ? [row as Row] : []));
  await receive(
    database,
    met.filter(({ sent }) => sent),
  );
  await importRecords(
    collection,
    here,
    database,
    met.flatMap(({ sent, document }) => (sent ? [] : [document])),
  );
};
