import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAccounts } from "../../server/demo/demo-accounts.ts";
import { nextVersion } from "../../src/domain/merge/next-version.ts";
import { type Site, site } from "../../src/domain/model/kinds/site.ts";
import { addAuthenticator } from "../support/browser/add-authenticator.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { setPageHidden } from "../support/browser/set-page-hidden.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { isLocked, ownerSignedIn, unlock } from "../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";

const passphraseOf = (account: string) => demoAccounts.find(({ name }) => name === account)?.passphrase ?? "";
const minute = 60_000;

describe.sequential("The lock, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.emptyPhone();
    await phone.page.clock.install();
    await signIn(phone.page, "volunteer");
  });
  afterAll(() => shift.end());

  const locked = () => expect.poll(() => isLocked(phone.page)).toBe(true);
  const hide = (isHidden: boolean) => setPageHidden(phone.page, isHidden);

  test("Three minutes without a touch lock it; a touch in between does not; the network is not needed to open it", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    await page.goto("/arrivals");
    await page.clock.fastForward(2 * minute);
    await page.click("h1");
    await page.clock.fastForward(2 * minute);
    expect(await isLocked(page)).toBe(false);
    await page.clock.fastForward(1.1 * minute);
    await locked();
    await page.screenshot({ path: "tests/.output/journeys/locked.png" });
    await unlock(page);
    expect(await page.locator("[data-test=lock]").count()).toBe(1);
    await context.setOffline(false);
  });

  test("A minute out of sight locks it, half a minute does not", async () => {
    const { page } = phone;
    await hide(true);
    expect(await page.locator("h1").isVisible()).toBe(false);
    await page.clock.fastForward(minute / 2);
    await hide(false);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await isLocked(page)).toBe(false);
    await hide(true);
    await page.clock.fastForward(1.6 * minute);
    await locked();
    await unlock(page);
  });

  test("A wrong passphrase is said; after five of them it waits", async () => {
    const { page } = phone;
    await page.click("[data-test=lock]");
    await locked();
    for (let tries = 0; tries < 5; tries += 1) {
      await page.fill("#passphrase", "не та фраза");
      await page.click("button[type=submit]");
      await expect.poll(() => page.locator("[role=alert]").first().textContent()).toContain("неправильна");
    }
    await page.fill("#passphrase", passphraseOf("volunteer"));
    await page.click("button[type=submit]");
    await expect.poll(() => page.locator("[role=alert]").first().textContent()).toMatch(/Зачекайте \d+ с/);
    await page.screenshot({ path: "tests/.output/journeys/locked-wrong.png" });
    await page.clock.fastForward(minute);
    await unlock(page);
    expect(await page.locator("[data-test=lock]").count()).toBe(1);
  });

  test("A fingerprint opens it, without a network; a phone without the fingerprint asks for the passphrase", async () => {
    const { page, context } = phone;
    const takeAway = await addAuthenticator(phone);
    await page.goto("/settings");
    await page.locator("button", { hasText: "Розблокувати відбитком" }).click();
    await page.fill("#passphrase-again", passphraseOf("volunteer"));
    await page.screenshot({ path: "tests/.output/journeys/passkey.png" });
    await page.locator("dialog[open] button[type=submit]").click();
    await page.waitForSelector(".p-notice[data-kind=success]:has-text('Відтепер')");
    await context.setOffline(true);
    await page.click("[data-test=lock]");
    await locked();
    await page.screenshot({ path: "tests/.output/journeys/locked-passkey.png" });
    await page.locator("button", { hasText: "Відбитком" }).click();
    await page.waitForSelector("[data-test=lock]");
    await takeAway();
    await page.click("[data-test=lock]");
    await locked();
    await unlock(page);
    await context.setOffline(false);
    expect(phone.complaints).toEqual([]);
  });

  test("The passphrase was changed elsewhere: the old one is asked for once, and what was not sent is sent", async () => {
    const { page, context } = phone;
    const next = "зовсім інші чотири слова";
    await context.setOffline(true);
    const saved = await registerQuickly(page, { surname: "Ненадісланий", groups: 1, heads: 2 });
    await page.click("[data-test=lock]");
    await locked();
    await context.setOffline(false);
    const body = JSON.stringify({ name: "volunteer", password: passphraseOf("volunteer"), next });
    const status = await page.evaluate(async (text) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch("/account/passphrase", { method: "POST", headers, body: text })).status;
    }, body);
    expect(status).toBe(200);
    await page.locator("button", { hasText: "Змінити користувача" }).click();
    await page.fill("#name", "volunteer");
    await page.fill("#passphrase", next);
    await page.click("button[type=submit]");
    await page.waitForSelector("#old-passphrase");
    await page.screenshot({ path: "tests/.output/journeys/old-passphrase.png" });
    await page.fill("#old-passphrase", passphraseOf("volunteer"));
    await page.click("button[type=submit]");
    await page.waitForSelector("[data-test=lock]");
    ownerSignedIn(page, next);
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    await page.reload();
    expect(await page.locator("[data-test=lock]").count()).toBe(1);
  });

  test("The place sets shorter times: an open phone goes by them as soon as it has heard", async () => {
    const { page } = phone;
    const before = (await shift.stored("directory")).find(
      (one) => one.kind === "site" && one.site === "medyka",
    ) as unknown as Site;
    const wanted = { ...before, lockIdleSeconds: 30, lockHiddenSeconds: 0 };
    const after = nextVersion(site.rule, before, wanted, {
      by: "test",
      device: "server",
      at: new Date().toISOString(),
    });
    await shift.server.couch(`directory/${encodeURIComponent(before._id)}`, {
      method: "PUT",
      body: JSON.stringify(after),
    });
    const lockedWhenHidden = async () => {
      await hide(true);
      // By the new times it locks at once, by the old ones in a minute.
      for (let looks = 0; looks < 20; looks += 1) if (await isLocked(page)) return true;
      await hide(false);
      return false;
    };
    await expect.poll(lockedWhenHidden).toBe(true);
    await unlock(page);
    await page.clock.fastForward(minute / 4);
    expect(await isLocked(page)).toBe(false);
    await page.clock.fastForward(minute / 3);
    await locked();
  });
});
