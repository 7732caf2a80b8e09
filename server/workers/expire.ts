import { authorIn } from "../../src/domain/merge/next-version.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { erase, isFullyErased } from "../../src/domain/model/erase.ts";
import { isReadable } from "../../src/domain/model/is-readable.ts";
import { kindNamed } from "../../src/domain/model/kinds.ts";
import { tombstoneDays } from "../../src/domain/model/retention.ts";
import type { CouchClient } from "../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "./catch-up.ts";
import { serverAuthor } from "./server-author.ts";
import { type Stored, writeDocuments } from "./stored-documents.ts";

const pageSize = 200;

/**
 * Takes the content of what may be kept no longer. First a placeholder, which replaces the copies on phones; long after, when no
 * phone has anything older, nothing. `today` is a day, `YYYY-MM-DD`. Answers how many documents were emptied.
 */
export const expire = async (couch: CouchClient, database: string, today: string): Promise<number> => {
  const over = await find(couch, database, { expiresAt: { $lt: today }, erased: { $exists: false } });
  const docs = over.flatMap((document) => emptied(database, document, { why: "expired", at: today }) ?? []);
  const isDone = await writeDocuments(couch, database, docs);
  if (docs.length > 0) await couch.post(`${database}/_compact`, {});
  await purge(couch, database, daysBefore(today, tombstoneDays));
  return isDone && over.length === pageSize ? docs.length + (await expire(couch, database, today)) : docs.length;
};

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

const purge = async (couch: CouchClient, database: string, before: string): Promise<void> => {
  const old = await find(couch, database, { "erased.at": { $lt: before } });
  if (old.length > 0)
    await couch.post(`${database}/_purge`, Object.fromEntries(old.map(({ _id, _rev }) => [_id, [_rev]])));
};

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

const find = async (couch: CouchClient, database: string, selector: object): Promise<readonly Stored<Document>[]> => {
  const { status, body } = await couch.post<{ readonly docs: readonly Stored<Document>[] }>(`${database}/_find`, {
    selector,
    limit: pageSize,
  });
  return status === 200 ? body.docs : [];
};
