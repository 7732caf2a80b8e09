import type { Tab } from "../support/browser/tab.ts";

/** Taps a count up: `row` from the youngest band (0), `column` 0 female, 1 male. */
const count = async (page: Tab, row: number, column: number, times: number): Promise<void> => {
  const more = page
    .locator(".i-counts__cell")
    .nth(row * 2 + column)
    .locator("button")
    .last();
  for (let tap = 0; tap < times; tap += 1) await more.click();
};

/** Registers a group of four on one screen: two adults, one of whom gives only an age, an old man, a child with its mother. */
export const registerFamily = async (page: Tab): Promise<string> => {
  await page.click('a[href="/arrivals/new"]');
  await page.waitForSelector("#surname");
  await count(page, 3, 0, 2);
  await count(page, 4, 1, 1);
  await count(page, 1, 1, 1);
  await page.fill("#surname", "Лук'яненко");
  const names = page.locator('input[id$=".givenName"]');
  const ages = page.locator('input[id$=".age"]');
  for (const [place, name, age] of [
    [0, "Оксана", "12.07.1990"],
    [1, "Ганна", "1995"],
    [2, "Петро", "67"],
    [3, "Марко", "7"],
  ] as const) {
    await names.nth(place).fill(name);
    await ages.nth(place).fill(age);
  }
  await page.locator('input[id$=".childCare"]').first().check();
  await page.fill("#phone", "067 123 45 67");
  await page.locator("#language").check();
  await page.locator("#noticeHow").check();
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  return page.evaluate(() => location.pathname.replace("/arrivals/group/", ""));
};
