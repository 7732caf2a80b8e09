import type { Document } from "../../../src/domain/model/document.ts";
import { isReadable } from "../../../src/domain/model/is-readable.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import { whatIsOver } from "../../../src/domain/retention/what-is-over.ts";
import type { CouchClient } from "../../couch-client.ts";
import { countWritten, type Stored } from "../stored-documents.ts";
import { arrivalsIn, daysNoted } from "./arrivals.ts";
import { emptied } from "./erase-again.ts";
import { digestOf, type Held, holdExpiry, isTooMuch } from "./held.ts";
import { purgeTombstones, wasErasedLately } from "./purge-tombstones.ts";

/** So many documents are read, and so many emptied, at once. */
const pageSize = { read: 1_000, write: 100 };

export type ExpiryOptions = {
  readonly kept?: KeptContent;
  /** What an operator has confirmed. */
  readonly confirmed?: Held;
};
/** Where the content of what is about to be emptied lies for the days in which a mistake can be noticed. */
export type KeptContent = {
  add(database: string, today: string, documents: readonly Document[]): void;
  /** What has lain for long enough is destroyed. */
  destroyOld(today: string): void;
};

/**
 * Takes the content of what may be kept no longer. First a placeholder, which replaces the copies on phones; long after, when no
 * phone has anything older, nothing. `today` is a day, `YYYY-MM-DD`. Answers how many documents were emptied: none where the pass
 * would take so much that it waits for somebody's yes. What cannot be emptied, for it is of a kind that this server does not know, stays.
 */
export const expire = async (
  couch: CouchClient,
  database: string,
  today: string,
  { kept, confirmed }: ExpiryOptions = {},
): Promise<number> => {
  const isRecent = await arrivalsIn(couch, database, today);
  const documents = await liveDocuments(couch, database);
  const over = new Set(whatIsOver(documents, today, isRecent));
  const going = documents.flatMap((document) => {
    const placeholder = over.has(document._id) && emptied(database, document, { why: "expired", at: today });
    return placeholder ? [{ document, placeholder }] : [];
  });
  const ids = going.map(({ document }) => document._id);
  const held: Held = { day: today, count: ids.length, of: documents.length, digest: digestOf(ids) };
  const waits = isTooMuch(held.count, held.of) && confirmed?.digest !== held.digest;
  await holdExpiry(couch, database, waits ? held : undefined);
  let count = 0;
  for (let from = 0; !waits && from < going.length; from += pageSize.write) {
    const page = going.slice(from, from + pageSize.write);
    kept?.add(
      database,
      today,
      page.map(({ document }) => document),
    );
    const docs = page.map(({ placeholder }) => placeholder);
    count += await countWritten(couch, database, docs);
  }
  const purged = await purgeTombstones(couch, database, today);
  if (count + purged > 0 || (await wasErasedLately(couch, database, today)))
    await couch.post(`${database}/_compact`, {});
  return count;
};

/**
 * Once a day, whoever asks how often: a pass reads the whole database. The first one only begins to watch: before, there is nothing but the phones'
 * clocks to say what is old, and what they bring on that day is known to be new on the next.
 */
export const expireDaily = async (...pass: Parameters<typeof expire>): Promise<number> => {
  const [couch, database, today] = pass;
  const days = await daysNoted(couch, database);
  if (days.at(-1) === today) return 0;
  if (days.some((day) => day < today)) return expire(...pass);
  await arrivalsIn(couch, database, today);
  return 0;
};

/** Everything in a database that has content. Throws where it cannot be read: no record expires because a request failed. */
const liveDocuments = async (couch: CouchClient, database: string): Promise<readonly Stored<Document>[]> => {
  const all: Stored<Document>[] = [];
  for (let last: string | undefined; ; ) {
    const from = last === undefined ? "" : `&skip=1&startkey=${encodeURIComponent(JSON.stringify(last))}`;
    const { status, body } = await couch.get<{
      readonly rows: readonly { readonly id: string; readonly doc: unknown }[];
    }>(`${database}/_all_docs?include_docs=true&limit=${pageSize.read}${from}`);
    if (status !== 200) throw new Error(`what has expired cannot be looked for: ${status}`);
    all.push(
      ...body.rows.flatMap(({ doc }) => (isReadable(doc) && !isTombstone(doc) ? [doc as Stored<Document>] : [])),
    );
    if (body.rows.length < pageSize.read) return all;
    last = body.rows.at(-1)?.id;
  }
};
