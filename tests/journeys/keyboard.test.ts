import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

let server: TestServer;
let phone: Phone;

beforeAll(async () => {
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "lead");
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
});

const press = (key: string) => phone.page.keyboard.press(key);
const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);

/** Goes on with the tabulator until what is looked for has the focus; fails where the whole page was gone through. */
const tabTo = async (selector: string): Promise<void> => {
  const seen: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await press("Tab");
    const { isThere, where, isSeen } = await phone.page.evaluate((wanted) => {
      const focused = document.activeElement as HTMLElement;
      const { outlineStyle, boxShadow } = getComputedStyle(focused);
      const box = focused.getBoundingClientRect();
      return {
        isThere: focused.matches(wanted),
        where: focused.id || focused.textContent?.slice(0, 20) || focused.tagName,
        // The focus is drawn, and stands where one sees it.
        isSeen:
          focused === document.body ||
          focused.classList.contains("p-skip-link") ||
          ((outlineStyle !== "none" || boxShadow !== "none" || focused.matches("[class*=p-] input, input")) &&
            box.bottom > 0 &&
            box.top < innerHeight),
      };
    }, selector);
    expect(isSeen, `the focus on ${where} is seen`).toBe(true);
    if (isThere) return;
    seen.push(where);
  }
  throw new Error(`${selector} is not reached by the keyboard: ${seen.join(", ")}`);
};

test("A person is registered, found, and given a bed by keyboard alone; the bed is taken back", async () => {
  const { page } = phone;
  await page.waitForSelector("#search");
  await tabTo('a[href="/arrivals/new"]');
  await press("Enter");
  await page.waitForSelector("#surname");
  await tabTo(".i-counts__cell:nth-of-type(n) button:last-of-type");
  await press("Enter");
  await page.waitForSelector('input[id$=".givenName"]');
  await tabTo("#surname");
  await page.keyboard.type("Табуляренко");
  await tabTo('input[id$=".givenName"]');
  await page.keyboard.type("Клава");
  await tabTo("button[type=submit]");
  await press("Enter");
  await expect.poll(path).toMatch(/^\/arrivals\/group\//);

  await tabTo('.p-bar a[href="/roster"]');
  await press("Enter");
  await page.waitForSelector("#roster-search");
  await tabTo("#roster-search");
  await page.keyboard.type("Табуляренко");
  await page.waitForSelector("main .p-row a");
  await tabTo("main .p-row a");
  await press("Enter");
  await expect.poll(path).toMatch(/^\/roster\/(person|bed-for)\//);
  if ((await path()).includes("/person/")) {
    await tabTo('main a[href^="/roster/bed-for/"]');
    await press("Enter");
  }
  await tabTo("[data-test=main-action] button");
  await press("Enter");
  await page.waitForSelector("[data-test=undo]");
  await tabTo("[data-test=undo]");
  await press("Enter");
  await expect.poll(() => page.locator(".p-snackbar").textContent()).toContain("Скасовано");
  expect(phone.complaints).toEqual([]);
});
