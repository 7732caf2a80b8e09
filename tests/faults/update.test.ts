import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import { unlock } from "../support/browser/steps/unlock.ts";
import { openUpdateOffer, updateOffer } from "../support/browser/steps/update-offer.ts";
import { firstTitle, secondTitle, twoBuilds } from "../support/builds/two-builds.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";
import { aServer } from "../support/server/a-server.ts";

const switches = scale({ test: 1, soak: 50 });

describe.sequential("A new version of the app is on the server (F18)", () => {
  const folder = mkdtempSync(join(tmpdir(), "prystan-builds-"));
  const dataDir = join(folder, "data");
  let builds: readonly string[];
  let shift: Shift;
  let phone: Phone;
  let loads = 0;
  let loadedTwice = 0;
  const saved: Saved[] = [];

  const serve = (build: number) => aServer({ DATA_DIR: dataDir }, builds[build % 2]);
  /** The phone finds the version that is on the server now, and lets it wait. */
  const findUpdate = () =>
    phone.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
    });
  const titleOf = () => phone.page.getAttribute("meta[name=apple-mobile-web-app-title]", "content");

  /**
   * By one reload. Where Chromium keeps the old version at work (about one in 30), the page is loaded from that one first and
   * then at once from the new one, before anything can be typed.
   */
  const isThere = async (title: string) => {
    await expect.poll(titleOf).toBe(title);
    await unlock(phone.page);
    await standingStill(phone.page);
    if (loads === 2) loadedTwice += 1;
    expect(loads).toBeLessThanOrEqual(2);
    loads = 0;
  };

  beforeAll(async () => {
    builds = twoBuilds(folder);
    shift = await aShift(() => serve(0));
    phone = await shift.phone("volunteer");
    phone.page.on("load", () => {
      loads += 1;
    });
  });
  afterAll(async () => {
    await shift.end();
    rmSync(folder, { recursive: true, force: true });
  });

  test("In the middle of a form: nothing is offered, the form and the old version's words stay, until it is saved", async () => {
    const { page } = phone;
    await page.click('a[href="/arrivals/new"]');
    await page.waitForSelector("#surname");
    await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
    await page.fill("#surname", "Недописаний");
    loads = 0;
    await shift.moveTo(() => serve(1));
    await findUpdate();
    await standingStill(page);
    expect(await updateOffer(page).count()).toBe(0);
    expect(await page.inputValue("#surname")).toBe("Недописаний");
    expect(loads).toBe(0);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/group\//);
    await (await openUpdateOffer(page)).waitFor();
  });

  test("The old version still finds its own files, on the phone and at the server, though they are gone from the build", async () => {
    const { page } = phone;
    await page.goto("/settings");
    expect(await titleOf()).not.toBe(secondTitle);
    await page.locator("label", { hasText: "Polski" }).click();
    await page.locator("h1", { hasText: "Więcej" }).waitFor();
    await page.locator("label", { hasText: "Українська" }).click();
    const old = await page.evaluate(() => document.querySelector<HTMLScriptElement>("script[src]")?.src ?? "");
    const answer = await fetch(old);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("javascript")]);
  });

  test("Taken over without a network: one reload, the new version, everything there", async () => {
    const { page, context } = phone;
    await page.goto("/arrivals");
    const offer = await openUpdateOffer(page);
    await offer.waitFor();
    await context.setOffline(true);
    loads = 0;
    await offer.click();
    await isThere(secondTitle);
    saved.push(...(await registerQuickly(page, { surname: "Офлайн", groups: 2, heads: 2 })));
    await context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
  });

  test(`${switches} switches there and back: never a white page, nothing loaded again once it is open, nothing lost`, async () => {
    const { page } = phone;
    for (let round = 0; round < switches; round += 1) {
      await shift.moveTo(() => serve(round));
      await findUpdate();
      saved.push(...(await registerQuickly(page, { surname: `Перехід ${round}`, groups: 1, heads: 1 })));
      loads = 0;
      await (await openUpdateOffer(page)).click();
      await isThere(round % 2 === 1 ? secondTitle : firstTitle);
      await expect.poll(() => page.locator("main h1").count()).toBe(1);
    }
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    expect(phone.complaints).toEqual([]);
    expect(loads).toBe(0);
    console.info(`F18: ${switches} switches, ${loadedTwice} loaded twice`);
  }, 600_000);
});
