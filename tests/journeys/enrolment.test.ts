import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";

describe.sequential("A new volunteer's phone is made ready by a lead's code, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let lead: Phone;
  let link = "";

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
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#enrol=[\w-]{22}\.nova1$/);
    expect(lead.complaints).toEqual([]);
  });

  test("Whoever opens it gets four words and begins to work; the code stays in no address and in no history", async () => {
    const phone = await open(link);
    const { page } = phone;
    const proposed = page.locator(".p-notice__title");
    await proposed.waitFor();
    const first = await proposed.textContent();
    await page.locator("button", { hasText: "Інші слова" }).click();
    await expect.poll(() => proposed.textContent()).not.toBe(first);
    expect((await proposed.textContent())?.split(" ")).toHaveLength(4);
    await page.screenshot({ path: "tests/.output/journeys/enrol.png" });
    await page.locator("button", { hasText: "Я записав" }).click();
    await page.waitForSelector("[data-test=lock]");
    await upToDate(page);
    expect(await page.evaluate(() => [location.href, history.length])).toEqual([
      expect.not.stringContaining("enrol"),
      expect.any(Number),
    ]);
    await page.goBack().catch(() => undefined);
    expect(page.url()).not.toContain("enrol");
    expect(phone.complaints).toEqual([]);
  });

  test("Attack A25: a second phone that opens the same code gets nothing", async () => {
    const thief = await open(link);
    await thief.page.locator(".p-notice__title").waitFor();
    await thief.page.locator("button", { hasText: "Я записав" }).click();
    await thief.page.waitForSelector("text=Код уже використано");
    expect(await thief.page.locator("[data-test=lock]").count()).toBe(0);
  });
});
