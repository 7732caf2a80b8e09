import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../support/browser/axe-findings.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { setPageHidden } from "../support/browser/set-page-hidden.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import {
  choosePin,
  isSoftLocked,
  openByPin,
  pauseUntilSoftLocked,
  thePin,
  typePin,
} from "../support/browser/steps/soft-lock.ts";
import { isLocked, unlock } from "../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";

const minute = 60_000;

describe.sequential("A PIN after a short break, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let phone: Phone;
  let page: Page;
  let person = "";

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.emptyPhone();
    page = phone.page;
    await page.clock.install();
    await signIn(page, "volunteer");
    await registerQuickly(page, { surname: "Перерва", groups: 1, heads: 2 });
    person = (await page.locator(".p-row__target[href^='/arrivals/person/']").first().getAttribute("href")) ?? "";
  });
  afterAll(() => shift.end());

  const go = async (address: string) => {
    await page.evaluate((to) => history.pushState(null, "", to), address);
    await page.waitForSelector("main h1");
    await standingStill(page);
  };

  test("Nobody is asked for a PIN at first; who had to type four words after a break is offered one, once", async () => {
    expect(await page.locator("text=PIN").count()).toBe(0);
    await setPageHidden(page, true);
    await page.clock.fastForward(1.6 * minute);
    await expect.poll(() => isLocked(page)).toBe(true);
    expect(await page.locator("text=PIN").count()).toBe(0);
    await unlock(page);
    await page.waitForSelector(".p-notice:has-text('шість цифр')");
    await page.screenshot({ path: "tests/.output/journeys/pin-offer.png" });
    expect(await axeFindings(page)).toEqual([]);
    await page.click(".p-notice button:has-text('Задати')");
    await page.waitForSelector("dialog[open] #pin-new");
    await page.click("dialog[open] button:has-text('Закрити')");
    await page.click(".p-notice button:has-text('Пізніше')");
    expect(await page.locator("text=PIN").count()).toBe(0);
  });

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
    await page.press("#pin-new", "Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("pin-again");
    await page.fill("#pin-again", "482916");
    await page.click("dialog[open] button[type=submit]");
    await expect.poll(() => page.locator("#pin-again-error").textContent()).toContain("не збігаються");
    await page.screenshot({ path: "tests/.output/journeys/pin-choose.png" });
    expect(await axeFindings(page)).toEqual([]);
    await page.click("dialog[open] button:has-text('Закрити')");
  });

  test("A phone whose memory does not suffice to derive a PIN says so, keeps the digits and tries again", async () => {
    await page.click("main button:has-text('Задати PIN-код')");
    await page.fill("#pin-new", thePin);
    await page.fill("#pin-again", thePin);
    await failNextDerivation(page);
    await page.click("dialog[open] button[type=submit]");
    await page.waitForSelector("dialog[open] [role=alert]:has-text('несподіване')");
    expect(await page.inputValue("#pin-again")).toBe(thePin);
    await page.click("dialog[open] button[type=submit]");
    await page.waitForSelector(".p-notice[data-kind=success]:has-text('PIN-код задано')");

    await pauseUntilSoftLocked(page);
    await failNextDerivation(page);
    await typePin(page);
    await page.waitForSelector("[role=alert]:has-text('несподіване')");
    expect(await page.inputValue("#pin")).toBe(thePin);
    await page.click("button[type=submit]");
    await page.waitForSelector("[data-test=lock]");
  });

  test("The PIN brings back the same half-typed form, where it was, and it can be saved", async () => {
    await go(`${person}/edit`);
    await page.fill("#patronymic", "Пилипівна");
    const before = await whereOneIs(page);
    expect(before.focus).toBe("patronymic");
    await pauseUntilSoftLocked(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("pin");
    await page.screenshot({ path: "tests/.output/journeys/soft-locked.png" });
    expect(await axeFindings(page)).toEqual([]);
    expect(await lowTargets(page)).toEqual([]);
    await openByPin(page);
    expect(await page.inputValue("#patronymic")).toBe("Пилипівна");
    await expect.poll(() => whereOneIs(page)).toEqual(before);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/person\/[^/]+$/);
    await expect.poll(async () => JSON.stringify(await shift.stored())).toContain("Пилипівна");
  });

  test("An open sheet comes back as it was, and Back closes it", async () => {
    await go("/settings");
    await page.click("main button:has-text('Задати інший PIN-код')");
    await page.fill("#pin-new", "739");
    await pauseUntilSoftLocked(page);
    expect(await page.locator("dialog").count()).toBe(1); // the question of the button that wipes, closed
    await openByPin(page);
    await page.waitForSelector("dialog:modal #pin-new");
    expect(await page.inputValue("#pin-new")).toBe("739");
    await page.goBack();
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/settings");
  });

  test("What was searched and how far the list was scrolled stay", async () => {
    await go("/arrivals");
    await page.fill("#search", "а");
    await expect.poll(() => page.locator(".p-row").count()).toBeGreaterThan(5);
    // Heard by the page before its clock goes on: scrolling is a touch.
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          addEventListener("scroll", () => done(), { once: true });
          scrollTo(0, 200);
        }),
    );
    const before = await whereOneIs(page);
    expect(before.scrolled).toBeGreaterThan(50);
    await page.clock.fastForward(3.1 * minute);
    await page.waitForSelector("#pin");
    await openByPin(page);
    await expect.poll(() => whereOneIs(page)).toEqual(before);
    expect(await page.inputValue("#search")).toBe("а");
  });

  test("Sending goes on behind the PIN; neither network nor service worker is needed to ask for it", async () => {
    const { context } = phone;
    await context.setOffline(true);
    const saved = await registerQuickly(page, { surname: "Надіслана", groups: 1, heads: 2 });
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      await (await navigator.serviceWorker.getRegistration())?.unregister();
    });
    await pauseUntilSoftLocked(page);
    await context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    expect(await isSoftLocked(page)).toBe(true);
    await context.setOffline(true);
    await openByPin(page);
    await context.setOffline(false);
    expect(phone.complaints).toEqual([]);
  });

  test("Whoever does not know it any more locks fully and takes the passphrase; so does the button", async () => {
    await pauseUntilSoftLocked(page);
    await page.click("button:has-text('Не пам’ятаю PIN-код')");
    await expect.poll(() => isLocked(page)).toBe(true);
    expect(await page.locator("text=PIN").count()).toBe(0);
    await unlock(page);
    await choosePin(page);
    await page.click("[data-test=lock]");
    await expect.poll(() => isLocked(page)).toBe(true);
    await unlock(page);
  });
});

const failNextDerivation = (page: Page) =>
  page.evaluate(() => {
    const { subtle } = crypto;
    subtle.deriveKey = () => {
      Reflect.deleteProperty(subtle, "deriveKey");
      return Promise.reject(new RangeError("no memory"));
    };
  });

const whereOneIs = (page: Page) =>
  page.evaluate(() => ({ address: location.pathname, scrolled: scrollY, focus: document.activeElement?.id }));

const lowTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main button, main input")]
      .filter((element) => element.offsetHeight < (element.matches("[data-look=primary], input") ? 56 : 44))
      .map((element) => element.outerHTML.slice(0, 100)),
  );
