import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAccounts } from "../../server/demo/demo-accounts.ts";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { unsentShown } from "../support/browser/header-text.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { unlock } from "../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";

/** What a browser drops when it is short of space; cookies and localStorage stay. */
const evicted = "indexeddb,cache_storage,service_workers,file_systems";

describe.sequential("The browser empties the phone's storage (F14)", () => {
  let shift: Shift;
  let phone: DiskPhone;

  beforeAll(async () => {
    mkdirSync("tests/.output/faults", { recursive: true });
    shift = await aShift();
  });
  afterAll(() => shift.end());

  const evict = async (storageTypes: string) => {
    const session = await phone.context.newCDPSession(phone.page);
    await session.send("Storage.clearDataForOrigin", { origin: shift.proxy.address, storageTypes });
  };
  const databases = () => phone.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ""));
  const main = () => phone.page.locator("body").textContent();
  const alarm = "Записи на цьому телефоні зникли";

  test("A new phone raises no alarm, before and after signing in, nor after signing out", async () => {
    phone = await shift.diskPhone("volunteer2");
    const { page } = phone;
    expect(await main()).not.toContain(alarm);
    await page.goto("/settings");
    await page.locator("main button", { hasText: "Вийти" }).first().click();
    await page.locator("dialog[open] button", { hasText: "Вийти" }).first().click();
    await page.waitForSelector("#passphrase");
    await page.reload();
    await page.waitForSelector("#passphrase");
    await standingStill(page);
    expect(await main()).not.toContain(alarm);
    await signIn(page, "volunteer");
    expect(await main()).not.toContain(alarm);
  });

  test("Emptied under the open app: what is saved then arrives, and what was not sent is still sent", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    const before = await registerQuickly(page, { surname: "Передвиселення", groups: 3, heads: 2 });
    await evict("indexeddb");
    const after = await registerQuickly(page, { surname: "Післявиселення", groups: 2, heads: 2 });
    await context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), [...before, ...after])).toEqual([]);
  });

  test("Emptied under the open app and then locked, without a network: opens again, and what was not sent is still sent", async () => {
    const { page, context } = phone;
    await page.goto("/");
    await context.setOffline(true);
    const unsent = await registerQuickly(page, { surname: "Замкнений", groups: 3, heads: 2 });
    for (const isRestored of [false, true]) {
      await evict("indexeddb");
      if (isRestored) await expect.poll(databases).toContain("prystan-keyring");
      await page.click("[data-test=lock]");
      await page.waitForSelector("#passphrase");
      await unlock(page);
      await page.waitForSelector("[data-test=lock]");
    }
    await context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), unsent)).toEqual([]);
    await expect.poll(() => differences(shift, page)).toEqual([]);
  });

  test("Emptied between two starts: a loud alarm with the number that was not sent; what was sent comes back", async () => {
    const { page, context } = phone;
    const account = demoAccounts.find(({ name }) => name === "volunteer");
    await page.goto("/");
    await standingStill(page);
    if (await page.locator("#passphrase").count()) {
      await page.locator("button", { hasText: "Зрозуміло" }).click();
      await signIn(page, "volunteer");
    }
    const sent = await registerQuickly(page, { surname: "Надісланий", groups: 3, heads: 2 });
    await expect.poll(() => unsentShown(page)).toBe(0);
    await context.setOffline(true);
    await registerQuickly(page, { surname: "Зниклий", groups: 1, heads: 3 });
    await page.goto("about:blank");
    await evict(evicted);
    await context.setOffline(false);
    await page.goto("/");
    await expect.poll(main).toContain(alarm);
    expect(await main()).toContain("4 записи не було надіслано");
    await page.screenshot({ path: "tests/.output/faults/loss.png" });
    await page.fill("#name", account?.name ?? "");
    await page.fill("#passphrase", account?.passphrase ?? "");
    await page.click("button[type=submit]");
    await page.waitForSelector("[data-test=lock]");
    await expect.poll(main).toMatch(/На сервері є \d+ запис/);
    await expect.poll(() => differences(shift, page)).toEqual([]);
    expect(missingFrom(await shift.stored(), sent)).toEqual([]);
    await page.screenshot({ path: "tests/.output/faults/loss-signed-in.png" });
    await page.locator("button", { hasText: "Зрозуміло" }).click();
    await page.reload();
    await page.waitForSelector("[data-test=lock]");
    await standingStill(page);
    expect(await main()).not.toContain(alarm);
  });

  test("Even the marker is gone, but the server knows the browser: the alarm comes all the same", async () => {
    const { page } = phone;
    await page.goto("about:blank");
    await evict(`${evicted},local_storage`);
    await page.goto("/");
    await expect.poll(main).toContain(alarm);
  });
});
