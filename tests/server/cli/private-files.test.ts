import "../../support/server/cheap-passwords.ts";
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditFiles } from "../../../server/audit/audit-files.ts";
import { runCommand } from "../../../server/cli/run-command.ts";
import { keepExpired } from "../../../server/operations/expired-content.ts";
import { type Running, serve } from "../../../server/serve.ts";
import { readSettings } from "../../../server/settings.ts";

let folder: string;
let running: Running | undefined;
let umask: number;
beforeEach(() => {
  umask = process.umask(0);
  folder = mkdtempSync(join(tmpdir(), "prystan-open-"));
  chmodSync(folder, 0o777);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
  process.umask(umask);
});

const environment = () => ({ DATA_DIR: folder, PORT: "1", ADMIN_USER: "admin", ADMIN_PASSWORD: "admin" });
const run = (...words: string[]) => runCommand(words, environment(), () => {});
const start = async () => {
  running = await serve({ ...readSettings(environment()), port: 0 });
  return running;
};
const stop = async () => {
  await running?.stop();
  running = undefined;
};

/** What others than the owner could read or write, with its mode. */
const openToOthers = (path = folder): readonly string[] => {
  const own =
    (statSync(path).mode & 0o077) === 0 ? [] : [`${path.slice(folder.length)} ${statSync(path).mode.toString(8)}`];
  const inside = statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => openToOthers(join(path, name)))
    : [];
  return [...own, ...inside];
};

test("In a folder that everybody may open, under a umask that forbids nothing, all that a server makes is its owner's alone", async () => {
  const { couch } = await start();
  await couch.put("site-alpha", undefined);
  await couch.put("site-alpha/x:1", { text: "x" });
  const backups = join(folder, "prystan-backups");
  mkdirSync(backups);
  expect(await run("backup", join(folder, "prystan-one.sqlite"))).toBe(0);
  expect(await run("backup", backups)).toBe(0);
  await keepExpired(folder).add("site-alpha", "2026-11-25", []);
  const names = readdirSync(folder);
  for (const name of [
    "couch.sqlite",
    "couch.sqlite-wal",
    "couch.sqlite-shm",
    "server.lock",
    "audit",
    "expired",
    "keys.json",
  ])
    expect(names).toContain(name);
  expect(readdirSync(auditFiles(folder).folder)).toEqual(
    expect.arrayContaining(["chain.jsonl", "index.sqlite", "key.pem"]),
  );
  chmodSync(backups, 0o700);
  expect(openToOthers().filter((path) => !path.startsWith("/builds/"))).toEqual([]);
  await stop();
  expect(await run("restore", join(folder, "prystan-one.sqlite"), "--force")).toBe(0);
  expect(openToOthers().filter((path) => !path.startsWith("/builds/"))).toEqual([]);
});

test("What an older server left open is closed at the next start or command; what is not the server's stays as it is", async () => {
  await start();
  await stop();
  const theirs = join(folder, "notes.txt");
  writeFileSync(theirs, "an operator's own", { mode: 0o644 });
  symlinkSync(theirs, join(folder, "prystan-link"));
  for (const name of ["couch.sqlite", "server.lock", "keys.json"]) chmodSync(join(folder, name), 0o666);
  for (const name of readdirSync(join(folder, "audit"))) chmodSync(join(folder, "audit", name), 0o644);
  copyFileSync(join(folder, "couch.sqlite"), join(folder, "couch.sqlite.before-2026"));
  chmodSync(folder, 0o755);
  await run("health");
  expect(openToOthers().filter((path) => !path.startsWith("/notes") && !path.startsWith("/prystan-link"))).toEqual([]);
  expect(lstatSync(theirs).mode & 0o777).toBe(0o644);
});

test("A backup is one file, also while the server works, and reading it leaves nothing beside it", async () => {
  await start();
  const backups = mkdtempSync(join(tmpdir(), "prystan-backups-"));
  expect(await run("backup", join(backups, "one.sqlite"))).toBe(0);
  expect(readdirSync(backups)).toEqual(["one.sqlite"]);
  await stop();
  expect(await run("restore", join(backups, "one.sqlite"), "--force")).toBe(0);
  expect(readdirSync(backups)).toEqual(["one.sqlite"]);
  expect(readdirSync(folder).filter((name) => name.startsWith("couch.sqlite.new"))).toEqual([]);
  rmSync(backups, { recursive: true });
});
