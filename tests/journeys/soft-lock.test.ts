import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { setPageHidden } from "../support/browser/set-page-hidden.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { choosePin, isSoftLocked, thePin, typePin } from "../support/browser/steps/choose-pin.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { isLocked, unlock } from "../support/browser/steps/unlock.ts";
import { tracesBesideThePage } from "../support/browser/traces.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";

/** Letters that stand nowhere else; everybody on these screens bears them. */
const marker = "Жщукваць";
const minute = 60_000;

describe.sequential("A PIN after a short break, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let phone: DiskPhone;
  let page: Page;
  let person = "";

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.emptyDiskPhone();
    page = phone.page;
    await page.clock.install();
    await signIn(page, "volunteer");
    await registerQuickly(page, { surname: `${marker}ко`, groups: 1, heads: 2 });
    person = (await page.locator(".p-row__target[href^='/arrivals/person/']").first().getAttribute("href")) ?? "";
  });
  afterAll(() => shift.end());

  const go = async (address: string) => {
    await page.evaluate((to) => history.pushState(null, "", to), address);
    await page.waitForSelector("main h1");
    await standingStill(page);
  };
  const softLocked = () => expect.poll(() => isSoftLocked(page)).toBe(true);
  const locked = () => expect.poll(() => isLocked(page)).toBe(true);
  const pause = async () => {
    await setPageHidden(page, true);
    await page.clock.fastForward(1.6 * minute);
    await setPageHidden(page, false);
    await softLocked();
  };
  /** Neither in the document, nor beside it, nor for a screen reader. */
  const nothingIsLeft = async () => {
    expect(await page.content()).not.toContain(marker);
    expect(await tracesBesideThePage(page)).not.toContain(marker);
    expect(await spoken(page)).not.toContain(marker);
    expect(await page.title()).toBe("Введіть PIN-код – Пристань");
  };
  const alert = () => page.locator("[role=alert]").first().textContent();

  test("PINs that are guessed first are refused at the field, and so are two that differ", async () => {
    await page.click('a[href="/settings"]');
    await page.click("main button:has-text('Задати PIN-код')");
    for (const [pin, why] of [
      ["000000", "різні цифри"],
      ["121212", "різні цифри"],
      ["123456", "поспіль"],
      ["123123", "повторюються"],
    ] as const) {
      await page.fill("#pin-new", pin);
      await expect.poll(() => page.locator("#pin-new-error").textContent()).toContain(why);
    }
    await page.fill("#pin-new", thePin);
    await page.fill("#pin-again", "482916");
    await page.click("dialog[open] button[type=submit]");
    await expect.poll(() => page.locator("#pin-again-error").textContent()).toContain("не збігаються");
    await page.screenshot({ path: "tests/.output/journeys/pin-choose.png" });
    await page.click("dialog[open] button:has-text('Закрити')");
    await choosePin(page);
  });

  test("Out of sight: nothing of anybody is left; the PIN brings back the same half-typed form, where it was", async () => {
    await go(`${person}/edit`);
    await page.fill("#patronymic", `${marker}івна`);
    const before = await whereOneIs(page);
    expect(before.focus).toBe("patronymic");
    await pause();
    await nothingIsLeft();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("pin");
    await page.screenshot({ path: "tests/.output/journeys/soft-locked.png" });
    await typePin(page);
    await page.waitForSelector("#patronymic");
    expect(await page.inputValue("#patronymic")).toBe(`${marker}івна`);
    await expect.poll(() => whereOneIs(page)).toEqual(before);
    expect(await page.locator("[data-test=lock]").count()).toBe(1);
    expect(await page.title()).not.toContain("PIN");
  });

  test("Untouched: a wrong PIN is said with the tries that are left; five of them lock fully, and it says why", async () => {
    await go("/arrivals");
    await page.clock.fastForward(3.1 * minute);
    await softLocked();
    for (const left of [4, 3, 2, 1]) {
      await typePin(page, "482916");
      await expect.poll(alert).toMatch(new RegExp(`Залишил\\S+ ${left} спроб`));
      await nothingIsLeft();
    }
    await page.screenshot({ path: "tests/.output/journeys/soft-locked-wrong.png" });
    await page.evaluate(() => Object.assign(globalThis, { isTheOpenPage: true }));
    await typePin(page, "482916");
    await locked();
    expect(await page.evaluate(() => "isTheOpenPage" in globalThis)).toBe(false);
    expect(await page.locator("main").textContent()).toContain("П’ять разів");
    await page.screenshot({ path: "tests/.output/journeys/locked-after-pins.png" });
    await unlock(page);
  });
});

/** The tree that screen readers read. */
const spoken = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return JSON.stringify(nodes);
};

const whereOneIs = (page: Page) =>
  page.evaluate(() => ({ address: location.pathname, scrolled: scrollY, focus: document.activeElement?.id }));
