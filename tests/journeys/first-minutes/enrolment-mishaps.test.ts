import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../../support/browser/chromium.ts";
import { invite, proveOne, tell, toCheck, wordsShown } from "../../support/browser/steps/enrol.ts";
import { aShift, type Shift } from "../../support/runs/a-shift.ts";

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
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

  test("The words stay through a change of language, a lost network and a late answer, until other ones are asked for", async () => {
    const { page, context } = await enrolling("stay1");
    const words = await wordsShown(page);
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
    const answered = page.waitForResponse("**/db/_phone/words*");
    answer();
    await (await answered).finished();
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
    shift.proxy.next("POST /account/passphrase", "cutInBody");
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
});
