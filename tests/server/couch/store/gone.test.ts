import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let folder: string;
let file: string;
let couch: TestCouch;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gone-"));
  file = join(folder, "couch.sqlite");
  couch = await startCouch({ file });
  await couch.send("PUT", "/site");
});
afterEach(async () => {
  await couch.close();
  rmSync(folder, { recursive: true });
});

const filesWith = (text: string) =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
const compact = (name = "/site") => couch.send("POST", `${name}/_compact`, { body: {} });
const add = async (docs: object[], more: object = {}) =>
  (await couch.send("POST", "/site/_bulk_docs", { body: { docs, ...more } })).body as { id: string; rev: string }[];
const many = Array.from({ length: 300 }, (_, key) => key);

test("What was purged and compacted is in no file, nor is any older revision, a rival one or an attachment", async () => {
  const attachment = { note: { content_type: "text/plain", data: Buffer.from("KANAREYKO-file").toString("base64") } };
  const [made] = await add([{ _id: "person:1", familyName: "KANAREYKO-first" }]);
  const [edited] = await add([
    { _id: "person:1", _rev: made?.rev, familyName: "KANAREYKO-second", _attachments: attachment },
  ]);
  const rival = "1-ffffffffffffffffffffffffffffffff";
  await add([{ _id: "person:1", _rev: rival, familyName: "KANAREYKO-rival" }], { new_edits: false });
  expect(filesWith("KANAREYKO")).not.toEqual([]);
  await couch.send("POST", "/site/_purge", { body: { "person:1": [edited?.rev, rival] } });
  await compact();
  expect(filesWith("KANAREYKO")).toEqual([]);
});

test("What was written over is in no file after compaction", async () => {
  const made = await add(
    many.map((key) => ({ _id: `p${key}`, familyName: `KANAREYKO-${key}`, note: "x".repeat(key * 7) })),
  );
  await add(made.map(({ id, rev }) => ({ _id: id, _rev: rev, erased: true })));
  await compact();
  expect(filesWith("KANAREYKO")).toEqual([]);
});

test("Of many that were purged one after the other among others nothing is left between these", async () => {
  const made = await add(
    many.map((key) => ({
      _id: `p${key}`,
      name: key % 3 ? `KANAREYKO-${key}` : "stays",
      note: "x".repeat((key * 37) % 900),
    })),
  );
  const gone = made.filter((_, key) => key % 3);
  for (const { id, rev } of gone) await couch.send("POST", "/site/_purge", { body: { [id]: [rev] } });
  await compact();
  expect(filesWith("KANAREYKO")).toEqual([]);
  expect((await couch.send("GET", "/site")).body.doc_count).toBe(100);
});

test("A database that was removed leaves nothing behind, and its room goes back to the disk", async () => {
  await couch.send("PUT", "/old");
  const docs = many.map((key) => ({ _id: `p${key}`, text: `KANAREYKO ${"x".repeat(20_000)}` }));
  await couch.send("POST", "/old/_bulk_docs", { body: { docs } });
  await couch.send("DELETE", "/old");
  await compact();
  expect(filesWith("KANAREYKO")).toEqual([]);
  expect(statSync(file).size).toBeLessThan(500_000);
  expect((await couch.send("GET", "/site")).status).toBe(200);
});

test("A store that was begun without it is converted once, whole: it shrinks from then on", async () => {
  const docs = many.map((key) => ({ _id: `p${key}`, text: "x".repeat(20_000) }));
  const made = await add(docs);
  await couch.close();
  const before = new SQLite(file);
  before.pragma("journal_mode = DELETE");
  before.pragma("auto_vacuum = NONE");
  before.exec("VACUUM");
  expect(before.pragma("auto_vacuum", { simple: true })).toBe(0);
  before.close();
  chmodSync(file, 0o600);
  writeFileSync(`${file}.converted`, "what a start that was cut off left behind");

  couch = await startCouch({ file });
  expect(readdirSync(folder).filter((name) => name.includes("converted"))).toEqual([]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await couch.send("GET", "/site/p7")).body._rev).toBe(made[7]?.rev);
  const [added] = await add([{ _id: "later" }]);
  expect(added?.rev).toMatch(/^1-/);
  await couch.send("DELETE", "/site");
  await couch.send("PUT", "/other");
  await compact("/other");
  expect(statSync(file).size).toBeLessThan(500_000);
});

test("Compaction ends while somebody else reads the file, and the next one does what was left", async () => {
  const [made] = await add([{ _id: "person:1", familyName: "KANAREYKO" }]);
  const reader = new SQLite(file, { readonly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM databases").get();
  await couch.send("POST", "/site/_purge", { body: { "person:1": [made?.rev] } });
  expect((await compact()).status).toBe(202);
  reader.close();
  await compact();
  expect(filesWith("KANAREYKO")).toEqual([]);
});

test("A file that somebody else has open is left as it is until the next start", async () => {
  await add([{ _id: "p1" }]);
  await couch.close();
  const before = new SQLite(file);
  before.pragma("journal_mode = DELETE");
  before.pragma("auto_vacuum = NONE");
  before.exec("VACUUM");
  before.pragma("journal_mode = WAL");
  before.prepare("SELECT count(*) FROM databases").get();
  couch = await startCouch({ file });
  expect(before.pragma("auto_vacuum", { simple: true })).toBe(0);
  expect((await couch.send("GET", "/site/p1")).status).toBe(200);
  await couch.close();
  before.close();
  couch = await startCouch({ file });
  const after = new SQLite(file, { readonly: true });
  expect(after.pragma("auto_vacuum", { simple: true })).toBe(2);
  after.close();
});
