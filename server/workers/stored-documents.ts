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

/** `again`: another write came in between, or the store did not answer. `refused`: the store takes this document at no time. */
export type Written = "written" | "again" | "refused";

/** Joins documents into another database. May run twice or be cut off anywhere. False where not all of them are there now. */
export const copyInto = async (
  couch: CouchClient,
  database: string,
  documents: readonly Document[],
): Promise<boolean> => (await copyEach(couch, database, documents)) === "written";

/** The same, and why not. */
export const copyEach = async (
  couch: CouchClient,
  database: string,
  documents: readonly Document[],
): Promise<Written> => {
  if (documents.length === 0) return "written";
  const keys = documents.map(({ _id }) => _id);
  const found = await couch.post<{ rows: readonly { doc?: Stored<Document> | null }[] }>(
    `${database}/_all_docs?include_docs=true`,
    { keys },
  );
  if (found.status !== 200) return "again";
  const there = new Map(found.body.rows.flatMap(({ doc }) => (doc ? [[doc._id, doc] as const] : [])));
  return writeEach(
    couch,
    database,
    documents.flatMap((document) => joined(document, there.get(document._id))),
  );
};

/** False where not all of them were written. What takes something away after it waits for true. */
export const writeDocuments = async (couch: CouchClient, database: string, docs: readonly object[]): Promise<boolean> =>
  (await writeEach(couch, database, docs)) === "written";

/** Writes documents, and says why where not all of them were written: `again` where one of them may be written later. */
export const writeEach = async (couch: CouchClient, database: string, docs: readonly object[]): Promise<Written> => {
  const became = await outcomesOf(couch, database, docs);
  return became.includes("again") ? "again" : became.includes("refused") ? "refused" : "written";
};

/** The same, one by one: how many were written. */
export const countWritten = async (couch: CouchClient, database: string, docs: readonly object[]): Promise<number> =>
  (await outcomesOf(couch, database, docs)).filter((became) => became === "written").length;

const outcomesOf = async (
  couch: CouchClient,
  database: string,
  docs: readonly object[],
): Promise<readonly Written[]> => {
  if (docs.length === 0) return [];
  const { status, body } = await couch.post<readonly RowAnswer[]>(`${database}/_bulk_docs`, { docs });
  if (status === 201) return body.map(({ error }) => (error === undefined ? "written" : outcomeOf(error)));
  if (!refusedStatuses.has(status)) return docs.map(() => "again");
  if (docs.length === 1) return ["refused"];
  // A batch is refused for one of its documents: the others are written without it.
  const half = Math.ceil(docs.length / 2);
  const first = await outcomesOf(couch, database, docs.slice(0, half));
  return [...first, ...(await outcomesOf(couch, database, docs.slice(half)))];
};

type RowAnswer = { readonly error?: string };

const outcomeOf = (error: string): Written => (refusedErrors.has(error) ? "refused" : "again");

/** The store cannot read the request, or it is too large. A database that is not there yet (404) is no refusal of a document. */
export const refusedStatuses: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/** Errors of one document in a batch that no other state of the database mends. */
export const refusedErrors: ReadonlySet<string> = new Set([
  ...["forbidden", "bad_request", "doc_validation", "illegal_docid", "document_too_large", "too_large"],
]);

const joined = (document: Document, copy: Stored<Document> | undefined): readonly object[] => {
  const { _rev, _conflicts, ...own } = document;
  if (!copy) return [own];
  const { _rev: revision, ...there } = copy;
  if (dominates(there as Document, own as Document)) return [];
  return [{ ...merge(mergeRuleOf(document), there as Document, own as Document), _rev: revision }];
};
