import { authorIn } from "../../src/domain/merge/next-version.ts";
import { databaseTypeOf } from "../../src/domain/model/databases.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { erase, isFullyErased } from "../../src/domain/model/erase.ts";
import { isReadable } from "../../src/domain/model/is-readable.ts";
import {
  lastDayOfReview,
  type ReviewItem,
  recordInReview,
  reviewItem,
} from "../../src/domain/model/kinds/review-item.ts";
import { kindNamed } from "../../src/domain/model/kinds.ts";
import { tombstoneDays } from "../../src/domain/model/retention.ts";
import type { CouchClient } from "../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "./catch-up.ts";
import { serverAuthor } from "./server-author.ts";
import { type Stored, writeDocuments } from "./stored-documents.ts";

/** CouchDB purges no more than a hundred documents at once. */
const pageSize = 100;

/**
 * Takes the content of what may be kept no longer. First a placeholder, which replaces the copies on phones; long after, when no
 * phone has anything older, nothing. `today` is a day, `YYYY-MM-DD`. Answers how many documents were emptied. A pass meets each
 * document once: what cannot be emptied, for it is of a kind that this server does not know, waits for the next one.
 */
export const expire = async (couch: CouchClient, database: string, today: string): Promise<number> => {
  let count = 0;
  let purged = 0;
  for (const { selector, isOver } of await endsIn(couch, database, today))
    for await (const found of pagesOf(couch, database, { ...selector, erased: { $exists: false } })) {
      const over = found.filter((document) => isOver?.(document) ?? true);
      const docs = over.flatMap((document) => emptied(database, document, { why: "expired", at: today }) ?? []);
      await writeDocuments(couch, database, docs);
      count += docs.length;
    }
  for await (const old of pagesOf(couch, database, { "erased.at": { $lt: daysBefore(today, tombstoneDays) } })) {
    await purge(couch, database, old);
    purged += old.length;
  }
  if (count + purged > 0 || (await wasErasedIn(couch, database, daysBefore(today, 1))))
    await couch.post(`${database}/_compact`, {});
  return count;
};

type End = { readonly selector: object; readonly isOver?: (document: Document) => boolean };

/**
 * By which rules something ends: its own last day; that of a review, also of one that an older server wrote without it; and in a
 * trip's database that of the trip, for what was scanned on the road says no day of its own.
 */
const endsIn = async (couch: CouchClient, database: string, today: string): Promise<readonly End[]> => {
  const own: End = { selector: { expiresAt: { $lt: today } } };
  const without = { expiresAt: { $exists: false } };
  const isOver = (document: Document) => {
    const review = document as ReviewItem;
    return lastDayOfReview(recordInReview(review), review.at) < today;
  };
  const reviews: End = { selector: { ...without, kind: reviewItem.name }, isOver };
  if (databaseTypeOf(database) !== "trip") return [own, reviews];
  const { body } = await couch.get<TripEnd>(`${database}/${encodeURIComponent(database.replace("-", ":"))}`);
  const isTripOver = body.erased !== undefined || (body.expiresAt !== undefined && body.expiresAt < today);
  return isTripOver ? [own, { selector: without }] : [own];
};

type TripEnd = { readonly expiresAt?: string; readonly erased?: Erased };

/** What somebody wrote, unseen, about something that has expired meanwhile goes the same way. */
export const eraseAgain: ChangeHandler = (couch, database, changed) =>
  writeDocuments(
    couch,
    database,
    changed.flatMap((document) => {
      const { erased } = document as Document & { readonly erased?: Erased };
      return erased?.why === "expired" ? (emptied(database, document, erased) ?? []) : [];
    }),
  );

type Erased = Parameters<typeof erase>[2];

const emptied = (
  database: string,
  { _rev, _conflicts, ...document }: ChangedDocument,
  erased: Erased,
): object | undefined => {
  const kind = isReadable(document) && kindNamed(document.kind);
  if (!kind || isFullyErased(kind, document)) return undefined;
  return { ...erase(kind, document, erased, authorIn(serverAuthor(`${erased.at}T00:00:00.000Z`), database)), _rev };
};

/** Somebody who moved on was erased here in the meantime: what the record said before goes from the older revisions, too. */
const wasErasedIn = async (couch: CouchClient, database: string, since: string): Promise<boolean> => {
  const question = { selector: { "erased.at": { $gte: since } }, limit: 1 };
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

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

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
