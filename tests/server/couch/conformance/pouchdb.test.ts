import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error PouchDB brings no types of its own
import PouchDB from "pouchdb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

// biome-ignore lint/suspicious/noExplicitAny: PouchDB brings no types of its own
type Pouch = any;
type Entry = { readonly id: string; readonly winner: string; readonly leaves: string; readonly doc: string };

const DOCUMENTS = 1000;

let couch: TestCouch;
let folder: string;
let opened = 0;
beforeAll(async () => {
  couch = await startCouch();
  folder = mkdtempSync(join(tmpdir(), "pouch-"));
});
afterAll(async () => {
  await couch.close();
  rmSync(folder, { recursive: true, force: true });
});

const local = (): Pouch => new PouchDB(join(folder, `local-${opened++}`));
const remote = (name: string): Pouch =>
  new PouchDB(`${couch.base}/${name}`, { auth: { username: "admin", password: "admin" } });

/** Everything that must be the same on both sides: ids, winners, all leaves, documents with attachments. */
const contents = async (db: Pouch): Promise<Entry[]> => {
  const { rows } = await db.allDocs({ include_docs: true, attachments: true, conflicts: true });
  const { results } = await db.changes({ style: "all_docs" });
  const leaves = new Map<string, string[]>();
  for (const { id, changes } of results) leaves.set(id, changes.map(({ rev }: { rev: string }) => rev).sort());
  const documents = new Map<string, Pouch>(rows.map((row: Pouch) => [row.id, row.doc]));
  return [...leaves.keys()].sort().map((id) => {
    const { _attachments, _conflicts, ...doc } = documents.get(id) ?? {};
    const files = Object.entries(_attachments ?? {}).map(([name, file]) => [
      name,
      (file as Pouch).content_type,
      (file as Pouch).data,
    ]);
    const text = JSON.stringify([Object.entries(doc).sort(), files.sort(), [...(_conflicts ?? [])].sort()]);
    return { id, winner: doc._rev ?? "deleted", leaves: JSON.stringify(leaves.get(id)), doc: text };
  });
};

const settled = async (one: Pouch, other: Pouch): Promise<void> => {
  await one.sync(other);
  await one.sync(other);
};

test(`PouchDB syncs ${DOCUMENTS} documents live both ways, with conflicts, deletions and attachments`, async () => {
  const [ann, ben, server] = [local(), local(), remote("shared")];
  const docs = Array.from({ length: DOCUMENTS }, (_, i) => ({ _id: `doc-${i}`, n: i, note: "Привіт 🛟" }));
  await ann.bulkDocs(docs);
  const live = [ann.sync(server, { live: true, retry: true }), ben.sync(server, { live: true, retry: true })];
  await expect.poll(async () => (await ben.info()).doc_count, { timeout: 30_000 }).toBe(DOCUMENTS);
  for (const sync of live) sync.cancel();

  for (const [name, db] of [
    ["ann", ann],
    ["ben", ben],
  ] as const) {
    const { rows } = await db.allDocs({ include_docs: true, startkey: "doc-1", endkey: "doc-2" });
    const changed = rows.map(({ doc }: Pouch, i: number) =>
      i % 5 === 0 ? { ...doc, _deleted: true } : { ...doc, by: name, i },
    );
    await db.bulkDocs(changed);
    await db.putAttachment(
      `only-${name}`,
      "photo.bin",
      Buffer.from([0, 1, 2, 250, i8(name)]),
      "application/octet-stream",
    );
    await db.putAttachment(
      `only-${name}`,
      "note.txt",
      (await db.get(`only-${name}`))._rev,
      Buffer.from(`note of ${name}`),
      "text/plain",
    );
    await db.put({
      _id: "same",
      from: name,
      _attachments: { "a.txt": { content_type: "text/plain", data: Buffer.from(name).toString("base64") } },
    });
  }
  const second = [ann.sync(server, { live: true, retry: true }), ben.sync(server, { live: true, retry: true })];
  await ben.put({ _id: "last-of-ben" });
  await expect
    .poll(
      () =>
        ann.get("last-of-ben").then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  for (const sync of second) sync.cancel();
  await settled(ann, server);
  await settled(ben, server);
  await settled(ann, server);

  const [onAnn, onBen, onServer] = await Promise.all([contents(ann), contents(ben), contents(server)]);
  expect(onServer.length).toBeGreaterThan(DOCUMENTS);
  expect(onServer.filter(({ leaves }) => leaves.includes(",")).length).toBeGreaterThan(50);
  expect(onAnn).toEqual(onServer);
  expect(onBen).toEqual(onServer);
});

const i8 = (text: string): number => text.charCodeAt(0);

test("A fresh PouchDB pulls what another one pushed, histories included", async () => {
  const [ann, fresh, server] = [local(), local(), remote("histories")];
  for (let i = 0, rev: string | undefined; i < 5; i++) ({ rev } = await ann.put({ _id: "doc", _rev: rev, i }));
  await ann.replicate.to(server);
  await fresh.replicate.from(server);
  const [there, here] = await Promise.all([ann, fresh].map((db) => db.get("doc", { revs: true })));
  expect(here).toEqual(there);
  const { last_seq, docs_written } = await fresh.replicate.from(server);
  expect({ docs_written, last_seq: typeof last_seq }).toEqual({ docs_written: 0, last_seq: "string" });
});
