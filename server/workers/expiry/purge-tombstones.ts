import { addDays } from "../../../src/domain/dates/add-days.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { tombstoneDays } from "../../../src/domain/retention/retention-days.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { Stored } from "../stored-documents.ts";

/** CouchDB purges no more than a hundred documents at once. */
const pageSize = 100;

/** Placeholders that no phone needs any more go for good. Answers how many. */
export const purgeTombstones = async (couch: CouchClient, database: string, today: string): Promise<number> => {
  let purged = 0;
  for await (const old of pagesOf(couch, database, { "erased.at": { $lt: addDays(today, -tombstoneDays) } })) {
    await purge(couch, database, old);
    purged += old.length;
  }
  return purged;
};

/** A person who moved on was erased here since: what the record said before goes from the older revisions, too. */
export const wasErasedLately = async (couch: CouchClient, database: string, today: string): Promise<boolean> => {
  const question = { selector: { "erased.at": { $gte: addDays(today, -1) } }, limit: 1 };
  return (
    (await couch.post<{ readonly docs?: readonly object[] }>(`${database}/_find`, question)).body.docs?.length === 1
  );
};

/** With every leaf there is: one that lost would become the document that everybody reads. */
const purge = async (couch: CouchClient, database: string, old: readonly Stored<Document>[]): Promise<void> => {
  const leaves = await couch.post<Leaves>(`${database}/_changes?style=all_docs&filter=_doc_ids`, {
    doc_ids: old.map(({ _id }) => _id),
  });
  if (leaves.status !== 200) throw new Error(`the versions of what is to go cannot be read: ${leaves.status}`);
  const revisions = leaves.body.results.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)] as const);
  await couch.post(`${database}/_purge`, Object.fromEntries(revisions));
};

type Leaves = {
  readonly results: readonly { readonly id: string; readonly changes: readonly { readonly rev: string }[] }[];
};

/** In the order of their ids, so that a page goes on behind the last one, whatever became of its documents. */
async function* pagesOf(
  couch: CouchClient,
  database: string,
  selector: object,
): AsyncGenerator<readonly Stored<Document>[]> {
  for (let last = ""; ; ) {
    const question = { selector: { _id: { $gt: last }, ...selector }, sort: [{ _id: "asc" }], limit: pageSize };
    const { status, body } = await couch.post<{ readonly docs: readonly Stored<Document>[] }>(
      `${database}/_find`,
      question,
    );
    if (status !== 200) throw new Error(`what has expired cannot be looked for: ${status}`);
    if (body.docs.length > 0) yield body.docs;
    if (body.docs.length < pageSize) return;
    last = body.docs.at(-1)?._id ?? "";
  }
}
