import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";
import { addAuthenticator } from "../../support/browser/add-authenticator.ts";
import type { Phone } from "../../support/browser/chromium.ts";
import { settingOnPhone } from "../../support/browser/sealed-on-phone.ts";
import { invite, proveOne, tell, toCheck, wordsShown } from "../../support/browser/steps/enrol.ts";
import { ownerSignedIn } from "../../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../../support/runs/a-shift.ts";
import { until } from "../../support/runs/until.ts";

const passphraseOf = (account: string) => demoAccounts.find(({ name }) => name === account)?.passphrase ?? "";
const offer = "h1:has-text('Відкривати відбитком')";
const firstSteps = "h1:has-text('Перші кроки')";
const otherWords = "button:has-text('Інші слова')";

describe.sequential("What can go wrong while a new volunteer's phone is made ready, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let lead: Phone;

  beforeAll(async () => {
    shift = await aShift();
    lead = await shift.phone("lead");
    await lead.page.click('a[href="/settings"]');
    await lead.page.click('a[href="/settings/phones"]');
  });
  afterAll(() => shift.end());

  /** A new phone on which the words are shown. */
  const enrolling = async (name: string): Promise<Phone> => {
    const { link, digits } = await invite(lead.page, name);
    const phone = await shift.emptyPhone();
    await phone.page.goto(link);
    await tell(phone.page, digits);
    await wordsShown(phone.page);
    return phone;
  };
  const signInTo = async (page: Page, account: string): Promise<void> => {
    await page.fill("#name", account);
    await page.fill("#passphrase", passphraseOf(account));
    await page.click("button[type=submit]");
  };
  /** Opens a code in the page that is shown. */
  const follow = (page: Page) =>
    page.evaluate((href) => Object.assign(document.createElement("a"), { href }).click(), `#enrol=${"A".repeat(22)}`);
  /** How often words have come, each to its end. */
  const answersOfWords = (page: Page) =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => name.includes("_phone/words")).length,
    );
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

  test("The words stay through a change of language, a lost network and a late answer, until other ones are asked for", async () => {
    const { page, context } = await enrolling("stay1");
    const words = await wordsShown(page);
    expect(await focused(page)).toBe("H1");
    expect(await page.locator(".f-words__name").textContent()).toContain("stay1");
    const asked = shift.proxy.asked.filter((at) => at.includes("_phone/words")).length;
    await page.locator("label", { hasText: "Polski" }).click();
    await page.waitForSelector("button:has-text('Inne słowa')");
    expect(await wordsShown(page)).toEqual(words);
    await page.locator("label", { hasText: "Українська" }).click();
    await page.waitForSelector(otherWords);
    expect(shift.proxy.asked.filter((at) => at.includes("_phone/words"))).toHaveLength(asked);

    await context.setOffline(true);
    await page.click(otherWords);
    await page.waitForSelector("text=Зараз немає зв’язку із сервером");
    expect(await wordsShown(page)).toEqual(words);
    await context.setOffline(false);

    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/db/_phone/words*", async (route) => {
      await held;
      await route.continue();
    });
    await page.click(otherWords);
    await toCheck(page);
    expect(await page.locator("#language").count()).toBe(0);
    const before = await answersOfWords(page);
    answer();
    await expect.poll(() => answersOfWords(page)).toBe(before + 1);
    await page.locator("button", { hasText: "Показати слова" }).click();
    expect(await wordsShown(page)).toEqual(words);
    expect(await focused(page)).toBe("H1");
    await toCheck(page);
    await proveOne(page, words);
    await page.waitForSelector(firstSteps);
  });

  test("A check of words that were never shown is left", async () => {
    const { link, digits } = await invite(lead.page, "stay2");
    const phone = await shift.emptyPhone();
    const { page } = phone;
    await page.goto(link);
    const release = shift.proxy.always("_phone/words", "cutBefore");
    await tell(page, digits);
    await page.waitForSelector("text=Зараз немає зв’язку із сервером");
    await page.evaluate(() => history.pushState({ step: "check" }, ""));
    await page.goBack();
    await page.goForward();
    release();
    await page.locator("button", { hasText: "Я записав" }).click();
    expect(await wordsShown(page)).toHaveLength(4);
    expect(await page.locator("#word").count()).toBe(0);
    expect(phone.complaints).toEqual([]);
  });

  test("An answer that is lost as the words are chosen: they are kept, and the second try opens the phone with them", async () => {
    const phone = await enrolling("lost1");
    const { page } = phone;
    const words = await wordsShown(page);
    await toCheck(page);
    // Not by the proxy: Chromium asks once more by itself where a connection breaks.
    const loseAnswer = async (route: Route) => {
      await route.fetch();
      await route.abort("connectionreset");
    };
    await page.route("**/account/passphrase", loseAnswer, { times: 1 });
    await proveOne(page, words);
    await page.waitForSelector("text=Зараз немає зв’язку із сервером");
    await page.locator("button", { hasText: "Показати слова" }).click();
    expect(await wordsShown(page)).toEqual(words);
    expect(await page.locator(otherWords).count()).toBe(0);
    await toCheck(page);
    await proveOne(page, words);
    await page.waitForSelector(firstSteps);
    expect(await page.evaluate(() => location.pathname)).toBe("/settings/first-steps");
    expect(phone.complaints).toEqual([]);
  });

  test("Loading the page again goes on at the digits; a code that is over is not kept", async () => {
    const { link, digits } = await invite(lead.page, "again1");
    const { page } = await shift.emptyPhone();
    await page.goto(link);
    await page.waitForSelector("#digits");
    await page.reload();
    await tell(page, digits);
    await wordsShown(page);
    await page.reload();
    await tell(page, digits);
    const words = await wordsShown(page);
    await toCheck(page);
    await proveOne(page, words);
    await page.waitForSelector(firstSteps);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    const thief = await shift.emptyPhone();
    await thief.page.goto(link);
    await tell(thief.page, digits);
    await thief.page.waitForSelector("text=Код уже використано");
    await thief.page.reload();
    await thief.page.waitForSelector("#name");
    await follow(thief.page);
    await thief.page.waitForSelector("#digits");
    await thief.page.locator("button", { hasText: "Скасувати" }).click();
    await thief.page.reload();
    await thief.page.waitForSelector("#name");
  });

  test("A code that is opened where the app stands already: signed out it is taken, open it is only cleaned away", async () => {
    const { page } = await shift.emptyPhone();
    await page.goto("/");
    await page.waitForSelector("#name");
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await follow(page);
    await page.waitForSelector("#digits");
    expect(await page.evaluate(() => location.href)).not.toContain("enrol");
    expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
    const open = await shift.phone("volunteer");
    await open.page.waitForSelector("#search");
    const { pathname } = new URL(open.page.url());
    await follow(open.page);
    await open.page.waitForFunction(() => location.hash === "");
    expect(new URL(open.page.url()).pathname).toBe(pathname);
    expect(await open.page.locator("#search").count()).toBe(1);
    expect(await open.page.evaluate(() => sessionStorage.getItem("prystan.ticket"))).toBeNull();
  });

  test("The offer of a fingerprint has the focus, refuses in its own words, and Back does not lose the first steps", async () => {
    const { link, digits } = await invite(lead.page, "finger1");
    const phone = await shift.emptyPhone();
    const { page } = phone;
    const takeAway = await addAuthenticator(phone);
    await page.goto(link);
    await tell(page, digits);
    const words = await wordsShown(page);
    await toCheck(page);
    await proveOne(page, words);
    await page.waitForSelector(offer);
    expect(await focused(page)).toBe("H1");
    await page.evaluate(() => {
      navigator.credentials.create = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    });
    await page.locator("button", { hasText: "Так, увімкнути" }).click();
    await page.waitForSelector("text=Спробуйте ще раз або виберіть «Пізніше»");
    await page.goBack();
    await page.locator("button", { hasText: "Пізніше" }).click();
    await page.waitForSelector(firstSteps);
    await takeAway();
  });

  test("The offer knows the account as it is by now, and goes when another tab takes over", async () => {
    const phone = await shift.emptyPhone();
    const { page, context } = phone;
    await addAuthenticator(phone);
    await page.route("**/db/_session", async (route) => {
      if (route.request().method() !== "GET") return route.continue();
      const answer = await route.fetch();
      const { userCtx } = await answer.json();
      await route.fulfill({ json: { ok: true, userCtx: { ...userCtx, roles: [...userCtx.roles, "driver"] } } });
    });
    await page.goto("/");
    ownerSignedIn(page, passphraseOf("volunteer2"));
    await signInTo(page, "volunteer2");
    await page.waitForSelector(offer);
    await until(async () => (await settingOnPhone(page, "account")).includes("driver"));
    const second = await context.newPage();
    await second.goto("/");
    await page.waitForSelector("text=Пристань відкрито в іншій вкладці");
    await page.locator("button", { hasText: "Працювати тут" }).click();
    await page.waitForSelector("[data-test=lock]");
    await page.waitForSelector("a[href='/transport']");
    expect(await page.locator(offer).count()).toBe(0);
    // An answer that is still being changed as the page closes is nobody's.
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
});
