import type { RevisionTree } from "../revisions/revision-tree.ts";
import { readTree } from "../revisions/tree-text.ts";
import type { Database, DocumentRow } from "../store/database.ts";

const BY_ID = "SELECT seq, id, rev, deleted, leaves, key, tree, body FROM $documents WHERE id = ?";

export const findRow = (database: Database, id: string): DocumentRow | undefined =>
  database.sql(BY_ID).get(id) as DocumentRow | undefined;

/** A document with all its revisions. */
export type StoredDocument = { readonly row: DocumentRow; readonly tree: RevisionTree };

export const findDocument = (database: Database, id: string): StoredDocument | undefined => {
  const row = findRow(database, id);
  return row && { row, tree: readTree(row.tree) };
};

/** The stored text of one revision; undefined where only its hash is known or it was compacted away. */
export const bodyOf = (database: Database, row: DocumentRow, key: number): string | undefined => {
  if (key === 0) return undefined;
  if (key === row.key) return row.body;
  return database.sql("SELECT body FROM $bodies WHERE key = ?").pluck().get(key) as string | undefined;
};
