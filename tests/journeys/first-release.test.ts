import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDocument } from "../../src/domain/model/check-document.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { kindNamed } from "../../src/domain/model/kinds.ts";
import { type DiskPhone, openDiskPhone } from "../support/browser/chromium.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { ownerSignedIn } from "../support/browser/steps/unlock.ts";
import { setClock } from "../support/browser/wrong-clock.ts";
import { shipped } from "../support/builds/build-under-test.ts";
import { recorded, unpack, untilRecorded } from "../support/first-release/unpack.ts";
import type { Stored } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

const folder = mkdtempSync(join(tmpdir(), "prystan-first-release-"));
const offset = untilRecorded();
let server: TestServer;
let phone: DiskPhone;

beforeAll(async () => {
  const clock = pathToFileURL(resolve("tests/support/server/at-another-time.mjs")).href;
  const environment = { NODE_OPTIONS: `--import ${clock}`, CLOCK_OFFSET: String(offset) };
  // The keys were derived with the whole work, so the app has to be the one that is shipped.
  server = await aServer({ ...environment, DATA_DIR: unpack("data", join(folder, "data")) }, shipped);
  const { hostname } = new URL(recorded.origin);
  phone = await openDiskPhone({
    profile: unpack("profile", join(folder, "profile")),
    baseURL: recorded.origin,
    flags: [`--host-resolver-rules=MAP ${hostname}:80 127.0.0.1:${new URL(server.address).port}`],
  });
  await setClock(phone.page, offset);
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stored = async (database: string): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    `${database}/_all_docs?include_docs=true`,
  );
  return rows.flatMap(({ doc }) => (doc._id.startsWith("_design/") ? [] : [doc]));
};

test("A data folder of the first release: this server opens it, and every document in it is sound by the rules of today", async () => {
  const names = (await server.couch<readonly string[]>("_all_dbs")).filter((name) =>
    /^(directory|site-|trip-)/.test(name),
  );
  const documents = (await Promise.all(names.map(stored))).flat() as unknown as readonly Document[];
  expect(documents.length).toBeGreaterThan(200);
  const unsound = documents.flatMap(({ _rev, ...document }) => {
    const kind = kindNamed(document.kind as string);
    return kind ? checkDocument(kind, document).map(({ field }) => field) : [`kind ${document.kind}`];
  });
  expect(unsound).toEqual([]);
  expect(missingFrom(await stored("site-medyka"), recorded.sent)).toEqual([]);
  expect(missingFrom(await stored("site-medyka"), recorded.unsent)).toHaveLength(recorded.unsent.length);
});

test("A phone of the first release with three families that it had not sent: this app reads all it holds, and they arrive", async () => {
  const { page, complaints } = phone;
  ownerSignedIn(page, recorded.account.passphrase);
  await page.goto("/");
  await upToDate(page);
  await expect
    .poll(async () => missingFrom(await stored("site-medyka"), [...recorded.sent, ...recorded.unsent]))
    .toEqual([]);
  await page.goto("/arrivals");
  for (const { surname } of [...recorded.sent, ...recorded.unsent]) {
    await page.fill("#search", surname);
    await expect.poll(() => page.locator(".p-row", { hasText: surname }).count()).toBeGreaterThan(0);
  }
  await page.goto("/attention");
  await page.waitForSelector("h1");
  expect(await page.locator("main").innerText()).not.toMatch(/не вдається прочитати/);
  expect(complaints).toEqual([]);
});
