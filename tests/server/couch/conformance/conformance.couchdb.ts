import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import nano from "nano";
import { afterAll, beforeAll, expect, test } from "vitest";
import { administrator as admin, type CouchTarget, openCouchTarget } from "../../../support/server/couch-target.ts";

const here = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

let target: CouchTarget;
beforeAll(async () => {
  target = await openCouchTarget();
});
afterAll(() => target.close());

test("The recorded answers of CouchDB 3.5 are given, whoever gives them", { timeout: 180_000 }, async () => {
  const args = [here("replay.mjs"), target.base, here("transcript.json"), "--admin", `${admin.user}:${admin.password}`];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: { stdout: string }) => error);
  // A CouchDB whose `users_db_security_editable` is off answers one scenario of these in another way.
  const failures = stdout.split("\n").filter((line) => /^FAIL/.test(line) && !line.includes("users-self-service"));
  expect(failures).toEqual([]);
  expect(stdout).toMatch(/^\d{3,} passed, \d failed$/m);
});

test("nano, which nobody here wrote, finds its way", async () => {
  const credentials = `${encodeURIComponent(admin.user)}:${encodeURIComponent(admin.password)}`;
  const configuration = { url: target.base.replace("//", `//${credentials}@`), parseUrl: false };
  const server = nano(configuration);
  await server.db.create("prystan-nano");
  const database = server.use<{ place: number }>("prystan-nano");
  await database.bulk({ docs: Array.from({ length: 100 }, (_, place) => ({ _id: `a${place}`, place })) });
  expect((await database.list()).total_rows).toBe(100);
  expect((await database.find({ selector: { place: { $gt: 97 } } })).docs).toHaveLength(2);
  const { _rev } = await database.get("a1");
  await database.destroy("a1", _rev);
  expect((await database.info()).doc_count).toBe(99);
  await server.db.destroy("prystan-nano");
});
