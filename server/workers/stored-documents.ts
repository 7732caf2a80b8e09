import { dominates, merge } from "../../src/domain/merge/merge.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { mergeRuleOf } from "../../src/domain/model/kinds.ts";
import type { CouchClient } from "../couch-client.ts";

export type Stored<D> = D & { readonly _rev: string };

/**
 * Every document of a kind, by its id's beginning; none where the database is not there. Throws where it cannot be read: nobody
 * loses a right because a question was not answered.
 */
export const allDocumentsOf = async <D>(
  couch: CouchClient,
  database: string,
  kind: string,
): Promise<readonly Stored<D>[]> => {
  const query = `include_docs=true&startkey=${encodeURIComponent(`"${kind}:"`)}&endkey=${encodeURIComponent(`"${kind}:~"`)}`;
  const { status, body } = await couch.get<{ rows: readonly { doc: Stored<D> }[] }>(`${database}/_all_docs?${query}`);
  if (status !== 200 && status !== 404) throw new Error(`${kind} documents cannot be read: ${status}`);
  return status === 200 ? body.rows.map(({ doc }) => doc) : [];
};

/** Joins documents into another database. May run twice or be cut off anywhere. False where another write came in between. */
export const copyInto = async (
  couch: CouchClient,
  database: string,
  documents: readonly Document[],
): Promise<boolean> => {
  if (documents.length === 0) return true;
  const keys = documents.map(({ _id }) => _id);
  const found = await couch.post<{ rows: readonly { doc?: Stored<Document> | null }[] }>(
    `${database}/_all_docs?include_docs=true`,
    { keys },
  );
  if (found.status !== 200) return false;
  const there = new Map(found.body.rows.flatMap(({ doc }) => (doc ? [[doc._id, doc] as const] : [])));
  return writeDocuments(
    couch,
    database,
    documents.flatMap((document) => joined(document, there.get(document._id))),
  );
};

/** False where one of them was refused, which for the server's own writes means that another one came in between. */
export const writeDocuments = async (couch: CouchClient, database: string, docs: readonly object[]): Promise<boolean> =>
  (await countWritten(couch, database, docs)) === docs.length;

/** The same, one by one: how many were written. */
export const countWritten = async (couch: CouchClient, database: string, docs: readonly object[]): Promise<number> => {
  if (docs.length === 0) return 0;
  const { status, body } = await couch.post<readonly { readonly error?: string }[]>(`${database}/_bulk_docs`, { docs });
  return status === 201 ? body.filter(({ error }) => error === undefined).length : 0;
};

const joined = (document: Document, copy: Stored<Document> | undefined): readonly object[] => {
  const { _rev, _conflicts, ...own } = document;
  if (!copy) return [own];
  const { _rev: revision, ...there } = copy;
  if (dominates(there as Document, own as Document)) return [];
  return [{ ...merge(mergeRuleOf(document), there as Document, own as Document), _rev: revision }];
};
