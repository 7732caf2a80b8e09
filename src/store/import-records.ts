import type { RxCollection } from "rxdb/plugins/core";
import { dominates, merge } from "../domain/merge/merge.ts";
import type { Document } from "../domain/model/document.ts";
import { mergeRuleOf } from "../domain/model/kinds.ts";
import { insertRows, modifyRows, replaceDamaged } from "./modify-rows.ts";
import { isDamaged, type Row, rowId } from "./row.ts";

/** Documents of another phone: stored with their own stamps, joined with what is here, unsent. Twice is once. */
export const importRecords = async (
  collection: RxCollection<Row>,
  here: ReadonlyMap<string, Row>,
  database: string,
  documents: readonly Document[],
): Promise<void> => {
  const rows = documents.map((document) => unsentRow(database, document));
  const fresh = rows.filter(({ document }) => !here.has(document._id));
  const known = rows.filter((row) => !fresh.includes(row));
  const damaged = new Set(await insertRows(collection, fresh));
  const met = [...known, ...fresh.filter(({ id }) => damaged.has(id))];
  await modifyRows(
    collection,
    here,
    new Map(
      met.map((row) => [row.id, (stored) => (isDamaged(stored) ? replaceDamaged(stored, row) : joined(stored, row))]),
    ),
  );
};

const unsentRow = (database: string, document: Document): Row => ({
  id: rowId(database, document._id),
  document,
  rev: "",
  sent: false,
});

const joined = (stored: Row, { document }: Row): Row => {
  if (dominates(stored.document, document)) return stored;
  const { refused: _tried, ...rest } = stored;
  return { ...rest, document: merge(mergeRuleOf(document), stored.document, document), sent: false };
};
