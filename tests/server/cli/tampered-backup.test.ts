import "../../support/server/cheap-passwords.ts";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import SQLite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { auditFiles } from "../../../server/audit/audit-files.ts";
import { runCommand } from "../../../server/cli/run-command.ts";
import { type Running, serve } from "../../../server/serve.ts";
import { readSettings } from "../../../server/settings.ts";
import { aCouchElsewhere, admin } from "../web/support/start-front.ts";

/** A data folder whose chain knows all that its store holds, and a backup of it; each test has copies. */
let origin: string;
let place: string;
let folder: string;
let backup: string;
let said: string[] = [];
let running: Running | undefined;
beforeAll(async () => {
  origin = mkdtempSync(join(tmpdir(), "prystan-origin-"));
  folder = join(origin, "data");
  await start();
  await running?.couch.put("site-alpha", undefined);
  await running?.couch.put("site-alpha/x:1", { text: "as it was" });
  await running?.couch.put("_users/org.couchdb.user:ann", anAccount("ann", ["account", "volunteer:alpha"]));
  await audited();
  await run("backup", join(origin, "backup.sqlite"));
  await stop();
});
afterAll(() => rmSync(origin, { recursive: true, force: true }));
beforeEach(() => {
  said = [];
  place = mkdtempSync(join(tmpdir(), "prystan-tampered-"));
  cpSync(origin, place, { recursive: true });
  folder = join(place, "data");
  backup = join(place, "backup.sqlite");
});
afterEach(async () => {
  await stop();
  rmSync(place, { recursive: true, force: true });
});

const anAccount = (name: string, roles: readonly string[]) => ({ type: "user", name, roles, password: "a passphrase" });
const environment = (more: NodeJS.ProcessEnv = {}) => ({
  ...{ DATA_DIR: folder, PORT: "1", ADMIN_USER: "admin", ADMIN_PASSWORD: "admin" },
  ...more,
});
const run = (...words: string[]) => runCommand(words, environment(), (line) => said.push(line));
const start = async () => {
  running = await serve({ ...readSettings(environment()), port: 0 });
};
const stop = async () => {
  await running?.stop();
  running = undefined;
};
/** The chain follows the store: what was written last is in it. */
const audited = () =>
  vi.waitUntil(() => /site-alpha.*x:1|x:1.*site-alpha/.test(readFileSync(auditFiles(folder).chain, "utf8")), {
    timeout: 60_000,
  });

const tamper = (work: (store: SQLite.Database) => void, file = backup) => {
  const store = new SQLite(file);
  work(store);
  store.close();
};
const tableOf = (store: SQLite.Database, name: string) =>
  `d${store.prepare("SELECT number FROM databases WHERE name = ?").pluck().get(name)}_documents`;
const restored = () => tampered(join(folder, "couch.sqlite"));
const tampered = (file: string) => {
  const store = new SQLite(file, { readonly: true });
  const parts = store.prepare("SELECT type || ' ' || name FROM sqlite_master ORDER BY name").pluck().all();
  const [text] = store
    .prepare(`SELECT body FROM ${tableOf(store, "site-alpha")} WHERE id = 'x:1'`)
    .pluck()
    .all();
  store.close();
  return { parts, text };
};

test("What nobody touched is restored without a question, and every record is as the chain knows it", async () => {
  expect(await run("restore", backup, "--force")).toBe(0);
  expect(said.join("\n")).toContain("Every record of the backup is as the audit chain knows it.");
});

test.each([
  [
    "a trigger",
    "CREATE TRIGGER evil AFTER UPDATE ON databases BEGIN INSERT OR IGNORE INTO server VALUES ('e', 'ran'); END",
  ],
  ["a view", "CREATE VIEW seen AS SELECT * FROM databases"],
  ["another table", "CREATE TABLE more (one TEXT)"],
  ["another index", "CREATE INDEX more ON databases (name)"],
  ["tables of a database that is none", "CREATE TABLE d99_documents (seq INTEGER PRIMARY KEY)"],
  ["a virtual table", "CREATE VIRTUAL TABLE words USING fts5(word)"],
  ["a table of ours that computes", "ALTER TABLE server ADD COLUMN more TEXT AS (upper(name))"],
  ["a view in the place of a table", "DROP TABLE server; CREATE VIEW server AS SELECT 'uuid' AS name, 'x' AS value"],
])("A backup with %s is refused, whatever is asked for, and what was there stays", async (_, sql) => {
  const before = restored();
  tamper((store) => store.exec(sql));
  for (const how of [["--force"], ["--force", "--anyway"]]) expect(await run("restore", backup, ...how)).toBe(1);
  expect(restored()).toEqual(before);
  expect(readdirSync(folder).filter((name) => name.includes(".new") || name.includes(".before"))).toEqual([]);
  expect(said.join("\n")).toMatch(/the backup holds a (trigger|view|table|index) that no store has/);
});

const asAdministrator = (store: SQLite.Database) =>
  store.exec(
    `UPDATE ${tableOf(store, "_users")} SET body = json_set(body, '$.roles', json('["_admin"]')) WHERE id LIKE '%ann'`,
  );

test.each<[string, (store: SQLite.Database) => void, string]>([
  ["makes somebody an administrator", asAdministrator, "ann has the role _admin"],
  [
    "makes somebody an administrator of one database",
    (store) =>
      store.exec(
        `UPDATE databases SET security = json_set(security, '$.admins.names', json('["eve"]')) WHERE name = '_users'`,
      ),
    "eve is an administrator of _users",
  ],
  [
    "opens a database to everybody",
    (store) => store.exec(`UPDATE databases SET security = '{}' WHERE name = 'server'`),
    "server is open to everybody",
  ],
])("A backup that %s is restored only by who says so", async (_, change, words) => {
  tamper(change);
  const before = restored();
  expect(await run("restore", backup, "--force")).toBe(1);
  expect(said.join("\n")).toContain(words);
  expect(restored()).toEqual(before);
  expect(await run("restore", backup, "--force", "--anyway")).toBe(0);
  expect(existsSync(join(folder, "couch.sqlite"))).toBe(true);
});

test("An administrator whom the store has already is none that the backup makes", async () => {
  tamper(asAdministrator);
  tamper(asAdministrator, join(folder, "couch.sqlite"));
  await run("restore", backup, "--force");
  expect(said.join("\n")).not.toContain("gives powers");
});

test("A record that was altered under its revision, and one that the chain never heard of, are named", async () => {
  tamper((store) =>
    store.exec(
      `UPDATE ${tableOf(store, "site-alpha")} SET body = replace(body, 'as it was', 'forged') WHERE id = 'x:1'`,
    ),
  );
  expect(await run("restore", backup, "--force")).toBe(1);
  expect(said.join("\n")).toContain(
    "1 records say something else than here under the same revision, such as site-alpha x:1",
  );
  tamper((store) => {
    const [table, hash] = [tableOf(store, "site-alpha"), "f".repeat(32)];
    store.exec(`UPDATE ${table} SET rev = '1-${hash}', tree = '[1,"${hash}",-1,1,0]' WHERE id = 'x:1'`);
  });
  expect(await run("restore", backup, "--force")).toBe(1);
  expect(said.join("\n")).toContain("knows nothing of 1 records of the backup, such as site-alpha x:1");
  expect(restored().text).toContain("as it was");
  expect(await run("restore", backup, "--force", "--anyway")).toBe(0);
  expect(restored().text).toContain("forged");
});

test("On a new machine the chain alone is asked; without one, and beside a damaged store, a backup is restored all the same", async () => {
  for (const name of readdirSync(folder)) if (name.startsWith("couch.sqlite")) rmSync(join(folder, name));
  expect(await run("restore", backup)).toBe(0);
  expect(said.join("\n")).toContain("is as the audit chain knows it");
  rmSync(join(folder, "audit"), { recursive: true });
  expect(await run("restore", backup, "--force")).toBe(0);
  expect(said.join("\n")).toContain("There is no audit chain here");
  writeFileSync(join(folder, "couch.sqlite"), "this was a store once, and now it is nothing of the sort".repeat(100));
  expect(await run("restore", backup, "--force")).toBe(0);
  expect(restored().text).toContain("as it was");
});

test("A chain that somebody altered proves nothing", async () => {
  const { chain } = auditFiles(folder);
  writeFileSync(chain, readFileSync(chain, "utf8").replace("x:1", "x:2"));
  expect(await run("restore", backup, "--force")).toBe(1);
  expect(said.join("\n")).toContain("The audit chain is broken");
});

/** A portable backup, which is put back into a CouchDB that has nothing yet. */
const aPortableBackup = async () => {
  await start();
  const portable = join(folder, "prystan-all.ndjson.gz");
  await runCommand(
    ["backup", "--portable", portable],
    environment({ PORT: new URL((running as Running).address).port }),
    () => {},
  );
  await stop();
  const upstream = await aCouchElsewhere();
  return {
    upstream,
    rewrite: (from: string | RegExp, to: string) =>
      writeFileSync(portable, gzipSync(gunzipSync(readFileSync(portable)).toString().replaceAll(from, to))),
    restore: (...how: string[]) =>
      runCommand(
        ["restore", portable, ...how],
        environment({ COUCHDB_URL: upstream.url, ADMIN_USER: admin.user, ADMIN_PASSWORD: admin.password }),
        (line) => said.push(line),
      ),
  };
};

test("A portable backup is held against the chain, and against what is there under the same revisions", async () => {
  const { upstream, rewrite, restore } = await aPortableBackup();
  expect(await restore()).toBe(0);
  expect(said.join("\n")).toContain("Every record of the backup is as the audit chain knows it.");
  rewrite("as it was", "forged");
  expect(await restore("--force")).toBe(1);
  expect(said.join("\n")).toContain(
    "1 records say something else than here under the same revision, such as site-alpha x:1",
  );
  expect(await restore("--force", "--anyway")).toBe(0);
  rewrite(/("_id":"x:1","_rev":"1-)[0-9a-f]{32}/g, `$1${"f".repeat(32)}`);
  expect(await restore("--force")).toBe(1);
  expect(said.join("\n")).toContain("knows nothing of 1 records of the backup, such as site-alpha x:1");
  rmSync(auditFiles(folder).folder, { recursive: true });
  expect(await restore("--force")).toBe(0);
  expect(said.join("\n")).toContain("There is no audit chain here");
  await upstream.stop();
});

test("A portable backup makes nobody an administrator either, and fills no database of the system", async () => {
  const { upstream, rewrite, restore } = await aPortableBackup();
  rewrite('"volunteer:alpha"', '"_admin"');
  expect(await restore()).toBe(1);
  expect(said.join("\n")).toContain("ann has the role _admin");
  rewrite('"database":"site-alpha"', '"database":"_replicator"');
  expect(await restore("--anyway")).toBe(1);
  expect(said.join("\n")).toContain("a database of the system");
  await upstream.stop();
});
