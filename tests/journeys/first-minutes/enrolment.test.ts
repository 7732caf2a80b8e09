import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";
import { addAuthenticator } from "../../support/browser/add-authenticator.ts";
import type { Phone } from "../../support/browser/chromium.ts";
import { upToDate } from "../../support/browser/steps/sign-in.ts";
import { isLocked } from "../../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../../support/runs/a-shift.ts";

const passphraseOf = (account: string) => demoAccounts.find(({ name }) => name === account)?.passphrase ?? "";

describe.sequential("A new volunteer's phone is made ready by a lead's code, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let lead: Phone;
  let link = "";
  let digits = "";

  beforeAll(async () => {
    shift = await aShift();
    lead = await shift.phone("lead");
  });
  afterAll(() => shift.end());

  const open = async (address: string): Promise<Phone> => {
    const phone = await shift.emptyPhone();
    await phone.page.goto(address);
    await phone.page.waitForSelector("text=Готуємо ваш телефон");
    return phone;
  };
  /** Types what the lead says. */
  const tell = async (page: Page, told: string): Promise<void> => {
    await page.fill("#digits", told);
    await page.click("button[type=submit]");
  };
  /** Other digits than the right ones. */
  const wrongDigits = (place = 1): string => String((Number(digits) + place) % 10 ** 6).padStart(6, "0");

  test("The lead gives a name and shows the code", async () => {
    const { page } = lead;
    await page.click('a[href="/settings"]');
    await page.click('a[href="/settings/phones"]');
    await page.fill("#invite-name", "Нова волонтерка");
    await page.locator("button", { hasText: "Показати код" }).click();
    await page.waitForSelector("text=Потрібно від 2 до 41 латинської літери");
    await page.fill("#invite-name", "lead");
    await page.locator("button", { hasText: "Показати код" }).click();
    await page.waitForSelector("text=Обліковий запис із такою назвою вже є");
    await page.fill("#invite-name", "nova1");
    await page.locator("button", { hasText: "Показати код" }).click();
    const code = page.locator("svg[data-text]");
    await code.waitFor();
    await page.screenshot({ path: "tests/.output/journeys/invite.png", fullPage: true });
    link = (await code.getAttribute("data-text")) ?? "";
    digits = ((await page.locator(".p-qr__digits").textContent()) ?? "").replace(" ", "");
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#enrol=[\w-]{22}$/);
    expect(digits).toMatch(/^\d{6}$/);
    expect(lead.complaints).toEqual([]);
  });

  /** The four words as they are shown, once they are. */
  const wordsShown = async (page: Page): Promise<readonly string[]> => {
    await page.locator(".f-words li").first().waitFor();
    return page.locator(".f-words li").allTextContents();
  };
  /** Says that they are written down, and types the one that is asked for. */
  const begin = async (page: Page, words: readonly string[]): Promise<void> => {
    await page.locator("button", { hasText: "Я записав" }).click();
    await page.fill("#word", words[(await askedFor(page)) - 1] ?? "");
    await page.click("button[type=submit]");
  };
  const askedFor = async (page: Page): Promise<number> =>
    Number(/\d/.exec((await page.locator("label[for=word]").textContent()) ?? "")?.[0]);

  test("A volunteer who opens it types the six digits, gets four numbered words, proves one of them from the paper, and finds the first steps", async () => {
    const phone = await open(link);
    const { page } = phone;
    await tell(page, digits.slice(0, 5));
    await page.waitForSelector("text=Введіть усі шість цифр");
    await tell(page, wrongDigits());
    await page.waitForSelector("text=Залишилося спроб: 4");
    expect(await page.locator("#digits").getAttribute("aria-invalid")).toBe("true");
    expect(await page.content()).not.toContain("nova1");
    await page.screenshot({ path: "tests/.output/journeys/enrol-digits.png" });
    await tell(page, `${digits.slice(0, 3)} ${digits.slice(3)}`);
    const first = await wordsShown(page);
    expect(await page.content()).toContain("nova1");
    await page.locator("button", { hasText: "Інші слова" }).click();
    await expect.poll(() => wordsShown(page)).not.toEqual(first);
    const words = await wordsShown(page);
    expect(words).toHaveLength(4);
    await page.screenshot({ path: "tests/.output/journeys/enrol.png" });
    await page.locator("button", { hasText: "Я записав" }).click();
    const number = await askedFor(page);
    for (const word of words) expect(await page.content()).not.toContain(word);
    await page.fill("#word", "навмання");
    await page.click("button[type=submit]");
    await page.waitForSelector(`text=Це не слово ${number}`);
    await page.screenshot({ path: "tests/.output/journeys/enrol-check.png" });
    await page.goBack();
    expect(await wordsShown(page)).toEqual(words);
    await begin(
      page,
      [...words].map((word) => ` ${word.toUpperCase()}`),
    );
    await page.waitForSelector("h1:has-text('Перші кроки')");
    await upToDate(page);
    expect(await page.evaluate(() => location.pathname)).toBe("/settings/first-steps");
    await page.waitForSelector("button:has-text('PIN-код')");
    await page.screenshot({ path: "tests/.output/journeys/first-steps.png", fullPage: true });
    await page.locator("a", { hasText: "До роботи" }).click();
    await page.waitForSelector("#search");
    await page.goBack();
    await page.goBack();
    await page.waitForSelector("#search");
    expect(page.url()).not.toContain("enrol");
    expect(phone.complaints).toEqual([]);
  });

  test("A fingerprint is offered once, while the words are known: nobody types them again", async () => {
    const phone = await shift.emptyPhone();
    const { page } = phone;
    await addAuthenticator(phone);
    await page.goto("/");
    await page.fill("#name", "volunteer2");
    await page.fill("#passphrase", passphraseOf("volunteer2"));
    await page.click("button[type=submit]");
    await page.waitForSelector("h1:has-text('Відкривати відбитком')");
    expect(await page.locator("[data-test=lock]").count()).toBe(0);
    await page.screenshot({ path: "tests/.output/journeys/passkey-offer.png" });
    await page.locator("button", { hasText: "Так" }).click();
    await page.waitForSelector("[data-test=lock]");
    await page.click("[data-test=lock]");
    await page.locator("button", { hasText: "Відбитком" }).click();
    await page.waitForSelector("[data-test=lock]");
    expect(phone.complaints).toEqual([]);
  });

  test("Whoever leaves the offer of a fingerprint open leaves a locked phone", async () => {
    const phone = await shift.emptyPhone();
    const { page } = phone;
    await page.clock.install();
    await addAuthenticator(phone);
    await page.goto("/");
    await page.fill("#name", "lead");
    await page.fill("#passphrase", passphraseOf("lead"));
    await page.click("button[type=submit]");
    await page.waitForSelector("h1:has-text('Відкривати відбитком')");
    await page.clock.fastForward(4 * 60_000);
    await expect.poll(() => isLocked(page)).toBe(true);
  });

  test("Attack A25: a second phone that opens the same code gets nothing", async () => {
    const thief = await open(link);
    await tell(thief.page, digits);
    await thief.page.waitForSelector("text=Код уже використано");
    expect(await thief.page.locator("[data-test=lock]").count()).toBe(0);
  });

  test("Five wrong tries make a code void, also for the right digits; a code of the old form says so at once", async () => {
    const { page } = lead;
    await page.fill("#invite-name", "nova2");
    await page.locator("button", { hasText: "Показати код" }).click();
    const code = page.locator("svg[data-text]");
    await expect.poll(() => code.getAttribute("data-text")).not.toBe(link);
    link = (await code.getAttribute("data-text")) ?? "";
    digits = ((await page.locator(".p-qr__digits").textContent()) ?? "").replace(" ", "");
    const thief = await open(link);
    for (const left of [4, 3, 2, 1]) {
      await tell(thief.page, wrongDigits(left));
      await thief.page.waitForSelector(`text=Залишилося спроб: ${left}`);
    }
    await tell(thief.page, wrongDigits(5));
    await thief.page.waitForSelector("text=П’ять хибних спроб");
    await tell(thief.page, digits);
    await thief.page.waitForSelector("text=П’ять хибних спроб");
    const old = await open(`/#enrol=${"A".repeat(22)}.nova2`);
    await old.page.waitForSelector("text=Код уже використано, або його час минув");
    expect(await old.page.locator("#digits").count()).toBe(0);
    expect([...thief.complaints, ...old.complaints]).toEqual([]);
  });
});
