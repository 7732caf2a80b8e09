import "../../support/server/cheap-passwords.ts";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accountId, saveAccount } from "../../../server/accounts/accounts.ts";
import { endExpiredAccounts } from "../../../server/accounts/end-expired-accounts.ts";
import { isGenuine, sealInvitation } from "../../../server/accounts/invitation.ts";
import { wordList } from "../../../server/accounts/word-list.ts";
import { auditFiles } from "../../../server/audit/audit-files.ts";
import { runCommand } from "../../../server/cli/run-command.ts";
import { type Running, serve } from "../../../server/serve.ts";
import { readSettings } from "../../../server/settings.ts";
import type { Site } from "../../../src/domain/model/kinds/site.ts";
import { normalizePassphrase } from "../../../src/domain/rights/normalize-passphrase.ts";
import { aCouchElsewhere, admin } from "../web/support/start-front.ts";

let folder: string;
let environment: NodeJS.ProcessEnv;
let said: string[];
let running: Running | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "prystan-cli-"));
  environment = { DATA_DIR: folder, PORT: "1", ADMIN_USER: "admin", ADMIN_PASSWORD: "admin" };
  said = [];
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const run = (...words: string[]) => runCommand(words, environment, (line) => said.push(line));
/** A server on the folder; commands find it by its port. */
const start = async (): Promise<Running> => {
  running = await serve({ ...readSettings(environment), port: 0 });
  environment = { ...environment, PORT: new URL(running.address).port };
  return running;
};
const stop = async () => {
  await running?.stop();
  running = undefined;
  environment = { ...environment, PORT: "1" };
};
const text = () => said.join("\n");
const signIn = async (name: string, password: string) =>
  (await fetch(`${running?.address}/db/_session`, { method: "POST", body: new URLSearchParams({ name, password }) }))
    .status;
const choose = async (name: string, password: string, next: string) =>
  (
    await fetch(`${running?.address}/account/passphrase`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, password, next }),
    })
  ).status;
/** What a phone is answered that has the link and the digits. */
const codeFor = async (ticket: object): Promise<string> => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(ticket);
  const answer = await fetch(`${running?.address}/db/_phone/enrol`, { method: "POST", headers, body });
  return ((await answer.json()) as { readonly code?: string }).code ?? "";
};
const rolesOf = async (name: string) =>
  (await running?.couch.get<{ roles: string[] }>(`_users/${encodeURIComponent(accountId(name))}`))?.body.roles;

test.each([
  "",
  "site add",
  "site set",
  "user add",
  "user end",
  "import",
  "backup",
  "restore",
  "health",
  "audit verify",
  "audit show",
])("%s --help", async (name) => {
  expect(await run(...name.split(" ").filter(Boolean), "--help")).toBe(0);
  expect(text()).toContain(name === "" ? "COMMAND" : `prystan -- ${name}`);
});

test("What nobody knows is answered with what there is", async () => {
  expect(await run("frobnicate")).toBe(2);
  expect(text()).toContain("user add");
});

test("A place and its people: from nothing to a lead who signs in", async () => {
  const { couch } = await start();
  expect(await run("site", "add", "medyka", "--name", "Medyka", "--org", "fundacja")).toBe(0);
  expect(await run("site", "add", "medyka", "--name", "Medyka", "--org", "fundacja")).toBe(0);
  expect(await run("site", "add", "Me dyka", "--name", "x", "--org", "y")).toBe(2);
  expect(await run("site", "add", "x", "--name", "x", "--org", "y", "--type", "castle")).toBe(1);
  const { body } = await couch.get<{ members: { roles: string[] } }>("site-medyka/_security");
  expect(body.members.roles).toEqual(expect.arrayContaining(["volunteer:medyka", "lead:medyka", "coordinator"]));
  expect(await run("user", "add", "olena", "--role", "lead:medyka")).toBe(0);
  const passphrase = /shown once\): (.+)$/m.exec(text())?.[1] ?? "";
  expect(passphrase.split(" ")).toHaveLength(5);
  expect(await signIn("olena", passphrase)).toBe(200);
  expect(await run("user", "end", "olena")).toBe(0);
  expect(await signIn("olena", passphrase)).toBe(401);
  expect(await rolesOf("olena")).toEqual([]);
  expect(await run("user", "end", "nobody")).toBe(1);
});

test("The lock times of a place: set, refused, taken back", async () => {
  const { couch } = await start();
  const stored = async () => (await couch.get<Site>("directory/site%3Amedyka")).body;
  await run("site", "add", "medyka", "--name", "Medyka", "--org", "fundacja");
  expect(await run("site", "set", "medyka")).toBe(2);
  expect(await run("site", "set", "nowhere", "--lock-idle", "60")).toBe(1);
  expect(await run("site", "set", "medyka", "--lock-idle", "60", "--lock-hidden", "0")).toBe(0);
  expect(text()).toContain("medyka: phones lock after 60 s untouched, 0 s hidden; holding the lock only locks.");
  expect(await stored()).toMatchObject({ lockIdleSeconds: 60, lockHiddenSeconds: 0, name: "Medyka" });
  for (const wrong of ["29", "901", "60.5", "soon", ""])
    expect(await run("site", "set", "medyka", "--lock-idle", wrong)).toBe(2);
  expect(await run("site", "set", "medyka", "--lock-idle", "usual")).toBe(0);
  expect(await stored()).toMatchObject({ lockHiddenSeconds: 0 });
  expect(await stored()).not.toHaveProperty("lockIdleSeconds");
  expect(await run("site", "set", "medyka", "--hold-to-wipe", "perhaps")).toBe(2);
  expect(await stored()).not.toHaveProperty("wipesByHolding");
  expect(await run("site", "set", "medyka", "--hold-to-wipe", "on")).toBe(0);
  expect(text()).toContain("holding the lock destroys what is on them.");
  expect(await stored()).toMatchObject({ wipesByHolding: true, lockHiddenSeconds: 0 });
});

test("A passphrase is drawn in the language that --lang names, and typed with a capital it opens", async () => {
  await start();
  expect(await run("user", "add", "olena", "--role", "driver", "--lang", "de")).toBe(2);
  expect(await run("user", "add", "admin", "--role", "driver")).toBe(2);
  expect(text()).toContain("--lang is one of en, uk, pl, ru.");
  expect(await run("user", "add", "olena", "--role", "driver", "--lang", "uk")).toBe(0);
  const passphrase = /shown once\): (.+)$/m.exec(text())?.[1] ?? "";
  const list = await wordList("uk");
  expect(passphrase.split(" ").filter((word) => list.includes(word))).toHaveLength(5);
  expect(await signIn("olena", normalizePassphrase(` ${passphrase.toUpperCase()} `))).toBe(200);
});

test("An account ends after its last day, by itself, with its sessions", async () => {
  const { couch, address } = await start();
  expect(await run("user", "add", "olena", "--role", "driver", "--until", "2020-01-01")).toBe(2);
  expect(await run("user", "add", "olena", "--role", "driver", "--until", "2099-02-31")).toBe(2);
  expect(await run("user", "add", "olena", "--role", "driver", "--until", "2099-12-08", "--passphrase", "secret")).toBe(
    0,
  );
  const signedIn = await fetch(`${address}/db/_session`, {
    method: "POST",
    body: new URLSearchParams({ name: "olena", password: "secret" }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const who = async () =>
    ((await (await fetch(`${address}/db/_session`, { headers: { cookie } })).json()) as { userCtx: { name: string } })
      .userCtx.name;
  expect(await endExpiredAccounts(couch, "2099-12-08T23:59:59.000Z")).toBe(0);
  expect(await who()).toBe("olena");
  expect(await endExpiredAccounts(couch, "2099-12-09T00:00:00.000Z")).toBe(1);
  expect(await who()).toBeNull();
  expect(await endExpiredAccounts(couch, "2099-12-09T00:00:00.000Z")).toBe(0);
});

test("An invitation: the code opens nothing but the choice of a passphrase, once, and ends by itself", async () => {
  const { couch } = await start();
  expect(await run("user", "add", "petro", "--role", "volunteer:medyka", "--invite", "--hours", "1")).toBe(0);
  const [, ticket] = /#enrol=([\w-]{22})$/m.exec(text()) ?? [];
  const [, digits] = /UTC\): (\d{6})$/m.exec(text()) ?? [];
  const code = await codeFor({ ticket, digits });
  expect(await rolesOf("petro")).toEqual([]);
  expect(await choose("petro", "wrong", "a passphrase of his own")).toBe(401);
  expect(await choose("petro", code, "short")).toBe(400);
  expect(await choose("petro", code, code)).toBe(403);
  expect(await choose("petro", code, "a passphrase of his own")).toBe(200);
  expect(await rolesOf("petro")).toEqual(["account", "volunteer:medyka"]);
  expect(await choose("petro", code, "another passphrase")).toBe(401);
  expect(await signIn("petro", code)).toBe(401);
  expect(await signIn("petro", "a passphrase of his own")).toBe(200);
  expect(await run("user", "add", "petro", "--role", "coordinator", "--invite")).toBe(2);
  expect(await run("user", "add", "lev", "--role", "driver", "--invite", "--passphrase", "his own")).toBe(2);

  const past = sealInvitation("admin", "ira", ["coordinator"], "2020-01-01T00:00:00.000Z");
  await saveAccount(couch, { name: "ira", roles: [], passphrase: "a code", invitation: past });
  expect(await choose("ira", "a code", "a passphrase of hers")).toBe(403);
  expect(await endExpiredAccounts(couch, new Date().toISOString())).toBe(1);
  expect(await choose("ira", "a code", "a passphrase of hers")).toBe(401);

  const forged = { ...sealInvitation("admin", "max", ["driver"], "2099-01-01T00:00:00.000Z"), roles: ["coordinator"] };
  expect(isGenuine("admin", "max", forged)).toBe(false);
  await saveAccount(couch, { name: "max", roles: [], passphrase: "a code", invitation: forged });
  expect(await choose("max", "a code", "a passphrase of his")).toBe(403);
});

test("Backup and restore of a running server: everything back, under a new life", async () => {
  const { couch } = await start();
  await run("site", "add", "medyka", "--name", "Medyka", "--org", "fundacja");
  await run("user", "add", "olena", "--role", "lead:medyka", "--passphrase", "secret");
  const docs = Array.from({ length: 500 }, (_, place) => ({ _id: `x:${place}`, place }));
  await couch.post("site-medyka/_bulk_docs", { docs });
  const sequence = async () =>
    (await running?.couch.get<{ last_seq: string }>("site-medyka/_changes?limit=0&since=now"))?.body.last_seq ?? "";
  const before = await sequence();
  // Somebody writes all the time while the copy is made.
  let isWriting = true;
  const writing = (async () => {
    for (let place = 0; isWriting; place++)
      await couch.post("site-medyka/_bulk_docs", { docs: [{ _id: `late:${place}` }] });
  })();
  expect(await run("backup", folder)).toBe(0);
  isWriting = false;
  await writing;
  const file = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith(".sqlite") && name.startsWith("prystan-")) ?? "",
  );
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await run("backup", file)).toBe(2);
  expect(await run("restore", file)).toBe(2);
  expect(text()).toContain("Stop it first");
  await stop();
  expect(await run("restore", file)).toBe(2);
  expect(text()).toContain("--force");
  expect(await run("restore", file, "--force")).toBe(0);
  await start();
  const { body } =
    (await running?.couch.get<{ rows: unknown[] }>('site-medyka/_all_docs?startkey="x:"&endkey="x:~"')) ?? {};
  expect(body?.rows).toHaveLength(500);
  expect(await signIn("olena", "secret")).toBe(200);
  const after = await sequence();
  expect(after.replace(/^\d+-/, "")).not.toBe(before.replace(/^\d+-/, ""));
  expect(readdirSync(folder).some((name) => name.startsWith("couch.sqlite.before-"))).toBe(true);
  expect(await run("health")).toBe(0);
  expect(text()).toContain("last backup      20");
});

test("A damaged backup is refused before anything is touched", async () => {
  const file = join(folder, "damaged.sqlite");
  writeFileSync(file, "SQLite format 3\0 and then nothing of the sort");
  expect(await run("restore", file)).toBe(1);
  expect(readdirSync(folder)).not.toContain("couch.sqlite");
});

test("A portable backup moves an embedded store into a CouchDB, conflicts and accounts included", async () => {
  const { couch } = await start();
  await run("site", "add", "medyka", "--name", "Medyka", "--org", "fundacja");
  await run("user", "add", "olena", "--role", "lead:medyka", "--passphrase", "secret");
  const leaves = ["aa", "bb"].map((hash) => ({
    _id: "x:1",
    _rev: `1-${hash}`,
    _revisions: { start: 1, ids: [hash] },
    hash,
  }));
  await couch.post("site-medyka/_bulk_docs", { docs: leaves, new_edits: false });
  const chain = () => readFileSync(auditFiles(folder).chain, "utf8");
  await vi.waitUntil(() => ["1-aa", "1-bb", "olena", "site:medyka"].every((one) => chain().includes(one)), {
    timeout: 60_000,
  });
  const file = join(folder, "all.ndjson.gz");
  expect(await run("backup", "--portable", file)).toBe(0);
  expect(readFileSync(file).subarray(0, 2).toString("hex")).toBe("1f8b");
  await stop();
  const upstream = await aCouchElsewhere();
  const { user, password } = admin;
  environment = { ...environment, COUCHDB_URL: upstream.url, ADMIN_USER: user, ADMIN_PASSWORD: password };
  expect(await run("restore", file)).toBe(0);
  expect(await run("restore", file)).toBe(2);
  expect(await run("restore", file, "--force")).toBe(0);
  running = await serve({ ...readSettings(environment), port: 0 });
  const moved = await running.couch.get<{ _conflicts: string[] }>("site-medyka/x:1?conflicts=true");
  expect(moved.body._conflicts).toEqual(["1-aa"]);
  expect(await signIn("olena", "secret")).toBe(200);
  expect(await run("health")).toBe(1);
  expect(text()).toContain("1 in conflict");
  await stop();
  writeFileSync(join(folder, "cut.gz"), readFileSync(file).subarray(0, 300));
  expect(await run("restore", join(folder, "cut.gz"), "--force")).toBe(1);
  await upstream.stop();
});

test("COUCHDB_URL carries the administrator, and says so in plain words where it does not", () => {
  const of = (extra: NodeJS.ProcessEnv) => readSettings({ DATA_DIR: folder, ...extra });
  expect(of({ COUCHDB_URL: "http://ada:p%40ss@couch:5984/" })).toMatchObject({
    couchUrl: "http://couch:5984",
    admin: { user: "ada", password: "p@ss" },
  });
  expect(of({ COUCHDB_URL: "http://couch:5984", ADMIN_USER: "a", ADMIN_PASSWORD: "b" }).admin.user).toBe("a");
  expect(() => of({ COUCHDB_URL: "http://couch:5984" })).toThrow("needs an administrator");
  expect(() => of({ COUCHDB_URL: "couch" })).toThrow("not an http address");
});
