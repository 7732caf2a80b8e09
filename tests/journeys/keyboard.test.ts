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
        // The focus is drawn, and stands where one sees it; the title of a page that has just come has it undrawn.
        isSeen:
          focused.matches("body, h1") ||
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

test("At the door of a bus somebody is boarded, and put off again, by keyboard alone", async () => {
  const { page } = phone;
  await tabTo('.p-bar a[href="/transport"]');
  await press("Enter");
  const boards = '[data-test=trip] a[href$="/import-tr22"]'; // others, at the same hour, have left
  await page.waitForSelector(boards);
  await tabTo(boards);
  await press("Enter");
  await page.waitForSelector("[data-test=passenger]");
  const boarded = () => page.locator("[data-test=passenger] [aria-pressed=true]").count();
  const before = await boarded();
  await tabTo("[data-test=passenger] [aria-pressed=false]");
  await press("Enter");
  await expect.poll(boarded).toBe(before + 1);
  await page.waitForSelector("[data-test=undo]");
  await tabTo("[data-test=undo]");
  await press("Enter");
  await expect.poll(boarded).toBe(before);
  expect(phone.complaints).toEqual([]);
});

test("A roll call is begun, somebody is ticked, and the other answers are looked at by keyboard alone", async () => {
  const { page } = phone;
  await page.goto("/settings");
  await page.selectOption("#site", "przemysl"); // where people live
  await tabTo('.p-bar a[href="/roster"]');
  await press("Enter");
  await page.waitForSelector('a[href="/roster/roll-call"]');
  await tabTo('a[href="/roster/roll-call"]');
  await press("Enter");
  await page.waitForSelector("#roll-call-type");
  await tabTo("#roll-call-type");
  await press("Space");
  await tabTo("main .p-button[data-look=primary]");
  await press("Enter");
  await page.waitForSelector("[data-test=roll-call-person]");
  const ticked = () => page.locator("[data-test=roll-call-person] [aria-pressed=true]").count();
  await tabTo("[data-test=roll-call-person] [aria-pressed=false]");
  await press("Enter");
  await expect.poll(ticked).toBe(1);
  // Once more for another answer; Escape leaves it as it is, and the focus on its row.
  await press("Enter");
  await page.waitForSelector("dialog[open]");
  await press("Escape");
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  expect(await ticked()).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-pressed"))).toBe("true");
  expect(phone.complaints).toEqual([]);
});

test("Each field of a form has a name of its own: those of several people are told apart by the card they stand in", async () => {
  const { page } = phone;
  await page.goto("/arrivals/new");
  await page.waitForSelector("#surname");
  for (const cell of [6, 6, 2]) await page.locator(".i-counts__cell").nth(cell).locator("button").last().click();
  await expect.poll(() => page.locator('input[id$=".givenName"]').count()).toBe(3);
  const names = await page.evaluate(() => {
    const textOf = (ids: string | null) =>
      (ids ?? "")
        .split(" ")
        .map((id) => document.getElementById(id)?.textContent?.trim())
        .join(" ");
    return [...document.querySelectorAll<HTMLInputElement>("main input[type=text], main input:not([type])")].map(
      (field) =>
        `${textOf(field.closest("section.p-card")?.getAttribute("aria-labelledby") ?? null)} | ${field.labels?.[0]?.textContent}`,
    );
  });
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});
