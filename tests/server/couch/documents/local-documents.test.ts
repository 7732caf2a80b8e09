import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let folder: string;
let file: string;
let couch: TestCouch;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "prystan-locals-"));
  file = join(folder, "couch.sqlite");
  couch = await startCouch({ file });
  for (const name of ["anna", "ben"]) {
    const account = { name, type: "user", roles: [], password: "right" };
    await couch.send("PUT", `/_users/org.couchdb.user:${name}`, { body: account });
  }
  for (const name of ["a", "b"]) {
    await couch.send("PUT", `/${name}`);
    await couch.send("PUT", `/${name}/_security`, { body: { members: { names: ["anna", "ben"] } } });
  }
});
afterEach(async () => {
  await couch.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = async (id: string, body: object, as = "anna:right", database = "a"): Promise<number> =>
  (await couch.send("PUT", `/${database}/_local/${id}`, { body, as })).status;

/** What CouchDB's replicator keeps of fifty sessions. */
const checkpoint = {
  session_id: "d5a34cbbdafa70e0db5cb57d02a6b955",
  source_last_seq: "120-g1AAAACTeJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9",
  replication_id_version: 4,
  history: Array.from({ length: 50 }, (_, place) => ({
    session_id: `d5a34cbbdafa70e0db5cb57d02a6b9${place}`,
    start_time: "Fri, 27 Nov 2026 10:00:00 GMT",
    end_time: "Fri, 27 Nov 2026 10:00:05 GMT",
    start_last_seq: 0,
    end_last_seq: "120-g1AAAACTeJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9",
    recorded_seq: "120-g1AAAACTeJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9",
    missing_checked: 120,
    missing_found: 120,
    docs_read: 120,
    docs_written: 120,
    doc_write_failures: 0,
  })),
};

test("A replicator keeps its checkpoints, whatever revision it sends", async () => {
  expect(await put("x", checkpoint)).toBe(201);
  expect(await put("x", { ...checkpoint, _rev: "0-1" })).toBe(201);
  expect(await put("new", { ...checkpoint, _rev: "0-1" })).toBe(201);
  expect(await put("x", { ...checkpoint, _rev: "0-7" }, "ben:right")).toBe(201);
});

test("A long one is too large, by whichever way it comes; an administrator's is not", async () => {
  const long = { text: "x".repeat(100_000) };
  expect(await put("x", long)).toBe(413);
  const body = { docs: [{ _id: "_local/x", _rev: "0-1", ...long }] };
  expect((await couch.send("POST", "/a/_bulk_docs", { body, as: "anna:right" })).status).toBe(413);
  expect(await put("x", long, "admin:admin")).toBe(201);
});

test("An account keeps a hundred in each database, and may replace them", async () => {
  const docs = Array.from({ length: 100 }, (_, place) => ({ _id: `_local/x${place}`, place }));
  expect((await couch.send("POST", "/a/_bulk_docs", { body: { docs }, as: "anna:right" })).status).toBe(201);
  expect(await put("more", {})).toBe(403);
  expect(await put("x7", { place: 8 })).toBe(201);
  expect(await put("more", {}, "anna:right", "b")).toBe(201);
  expect(await put("bens", {}, "ben:right")).toBe(201);
  await couch.send("DELETE", "/a/_local/x7", { as: "anna:right" });
  expect(await put("more", {})).toBe(201);
});

test("Nobody moves an administrator's: the server's own workers keep their place in one", async () => {
  expect(await put("workers", { since: "7-a" }, "admin:admin")).toBe(201);
  expect(await put("workers", { since: "9-a" })).toBe(403);
  expect((await couch.send("DELETE", "/a/_local/workers", { as: "anna:right" })).status).toBe(403);
  expect((await couch.send("GET", "/a/_local/workers")).body.since).toBe("7-a");
});

test("A store from before knows of no owners, and takes its documents as anybody's", async () => {
  expect(await put("x", { place: 1 })).toBe(201);
  await couch.close();
  const store = new SQLite(file);
  for (const number of store.prepare("SELECT number FROM databases").pluck().all())
    store.exec(`ALTER TABLE d${number}_locals DROP COLUMN owner`);
  store.close();
  couch = await startCouch({ file });
  expect((await couch.send("GET", "/a/_local/x")).body.place).toBe(1);
  expect(await put("x", { place: 2 }, "ben:right")).toBe(201);
});
