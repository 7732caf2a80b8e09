import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { CouchClient } from "../couch-client.ts";

export const format = "prystan-backup";
const pageSize = 200;

type Row = { readonly id: string; readonly changes: readonly { readonly rev: string }[] };
type Changes = { readonly results: readonly Row[]; readonly last_seq: string; readonly pending?: number };
type Found = { readonly docs: readonly { readonly ok?: object }[] };

/**
 * Writes every database of any CouchDB to one packed file of JSON lines, with all leaves and their histories. Each database is as
 * it was at one moment or later. Answers how many documents were written.
 */
export const backUpCouch = async (couch: CouchClient, target: string): Promise<number> => {
  let count = 0;
  async function* lines() {
    yield line({ format, version: 1, at: new Date().toISOString() });
    for (const database of await databasesOf(couch)) {
      const security = await read<object>(couch, `${encodeURIComponent(database)}/_security`);
      yield line({ database, security });
      for await (const doc of leavesOf(couch, encodeURIComponent(database))) {
        count += 1;
        yield line({ doc });
      }
    }
    yield line({ end: true, count });
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(target, { flags: "wx", mode: 0o600, flush: true }),
  );
  return count;
};

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** Accounts first: no account lacks its rights while the rest is restored. */
const databasesOf = async (couch: CouchClient): Promise<readonly string[]> => {
  const all = await read<readonly string[]>(couch, "_all_dbs");
  return all.filter((name) => name === "_users" || !name.startsWith("_")).sort();
};

async function* leavesOf(couch: CouchClient, database: string): AsyncGenerator<object> {
  for (let since = "0"; ; ) {
    const query = `style=all_docs&limit=${pageSize}&since=${encodeURIComponent(since)}`;
    const page = await read<Changes>(couch, `${database}/_changes?${query}`);
    const wanted = page.results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
    if (wanted.length > 0) {
      const { status, body } = await couch.post<{ readonly results: readonly Found[] }>(
        `${database}/_bulk_get?revs=true&attachments=true`,
        { docs: wanted },
      );
      if (status !== 200) throw new Error(`the server answered ${status}`);
      for (const { docs } of body.results) for (const { ok } of docs) if (ok) yield ok;
    }
    since = String(page.last_seq);
    if (page.results.length < pageSize) return;
  }
}

const read = async <T>(couch: CouchClient, path: string): Promise<T> => {
  const { status, body } = await couch.get<T>(path);
  if (status !== 200) throw new Error(`the server answered ${status}`);
  return body;
};
