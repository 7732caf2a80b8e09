import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import { unlock } from "../support/browser/steps/unlock.ts";
import { updateOffer } from "../support/browser/steps/update-offer.ts";
import { buildIn } from "../support/builds/build-apart.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { aServer } from "../support/server/a-server.ts";

/** What phones and servers may still have: the build before modules and names were changed. */
const commit = "a10db71";

const folder = mkdtempSync(join(tmpdir(), "prystan-versions-"));
const dataDir = join(folder, "data");
let shift: Shift;
let phone: DiskPhone;
const saved: Saved[] = [];

beforeAll(async () => {
  const before = buildOf(commit, join(folder, commit));
  shift = await aShift(() => aServer({ DATA_DIR: dataDir }, before));
  phone = await shift.diskPhone("volunteer");
}, 600_000);
afterAll(async () => {
  await shift?.end();
  rmSync(folder, { recursive: true, force: true });
});

test(`A phone of ${commit} with unsent work and a server of ${commit} go on with this build: everything arrives`, async () => {
  saved.push(...(await registerQuickly(phone.page, { surname: "Надіслана", groups: 2, heads: 2 })));
  await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
  await phone.context.setOffline(true);
  saved.push(...(await registerQuickly(phone.page, { surname: "Ненадіслана", groups: 3, heads: 2 })));
  phone.die();
  await shift.moveTo(() => aServer({ DATA_DIR: dataDir }));
  phone = await shift.again(phone, { offline: true });
  await phone.page.goto("/arrivals");
  await phone.page.waitForSelector("#search");
  expect(missingFrom(await shift.stored(), saved)).toHaveLength(3);

  // The new version can be fetched, and nothing else: it has to send what the old one saved.
  const answerAgain = shift.proxy.always("/db/", 503);
  await phone.context.setOffline(false);
  await phone.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  await Promise.all([phone.page.waitForEvent("load"), updateOffer(phone.page).click()]);
  await unlock(phone.page);
  expect(missingFrom(await shift.stored(), saved)).toHaveLength(3);
  answerAgain();
  await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
  await expect.poll(() => differences(shift, phone.page)).toEqual([]);
  await phone.page.fill("#search", "Ненадіслана 2");
  await expect.poll(() => phone.page.locator(".p-row").count()).toBeGreaterThan(1);
  expect(phone.complaints).toEqual([]);
}, 600_000);

/** Builds the sources of a commit with the packages of today. */
const buildOf = (commit: string, into: string): string => {
  mkdirSync(into);
  const archive = spawnSync("git", ["archive", commit], { maxBuffer: 1 << 28 });
  if (archive.status !== 0) throw new Error(`git has no ${commit}: ${archive.stderr}`);
  spawnSync("tar", ["-x", "-C", into], { input: archive.stdout });
  symlinkSync(resolve("node_modules"), join(into, "node_modules"));
  return buildIn(into);
};
