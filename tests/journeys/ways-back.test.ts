import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdWaysBack, withResident } from "../browsers/hold-ways-back.ts";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

let server: TestServer;
let phone: Phone;
let name: string;
let addresses: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "lead");
  await phone.page.goto("/settings");
  await phone.page.selectOption("#site", "przemysl");
  ({ addresses, name } = await withResident(await everyScreen(server), server.couch));
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
});

const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);

holdWaysBack(() => ({
  page: phone.page,
  addresses,
  back: async () => void (await phone.page.goBack()),
  pressEscape: () => phone.page.keyboard.press("Escape"),
  goTo: (address, state) =>
    phone.page.evaluate(([to, entry]) => history.pushState(entry, "", to), [address, state] as const),
}));

describe("A list one comes back to", () => {
  const ways = ["the arrow", "the browser's Back"] as const;
  const leave = async (way: (typeof ways)[number]) => {
    await phone.page.waitForSelector("[data-test=back]");
    await standingStill(phone.page);
    if (way === "the arrow") await phone.page.locator("[data-test=back]").click();
    else await phone.page.goBack();
  };
  const open = (count: number) =>
    phone.page
      .locator("main .p-row a")
      .nth(Math.max(0, count - 1))
      .evaluate((link: HTMLElement) => link.click());
  const toRoster = async () => {
    await phone.page.locator('.p-bar a[href="/transport"]').click();
    await phone.page.locator('.p-bar a[href="/roster"]').click();
    await phone.page.waitForSelector("#roster-search");
  };

  test.each(ways)("is scrolled as it was left (%s)", async (way) => {
    const { page } = phone;
    await toRoster();
    await page.evaluate(() => window.scrollTo(0, 500));
    await standingStill(page);
    const before = await page.evaluate(() => window.scrollY);
    expect(before).toBeGreaterThan(100);
    await open(await page.locator("main .p-row a").count());
    await leave(way);
    await expect.poll(path).toBe("/roster");
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
  });

  test.each(ways)("still shows what was searched (%s)", async (way) => {
    const { page } = phone;
    await toRoster();
    await page.fill("#roster-search", name);
    await page.waitForSelector("main .p-row a");
    const found = await page.locator("main .p-row").allTextContents();
    await open(0);
    await leave(way);
    await expect.poll(path).toBe("/roster");
    expect(await page.inputValue("#roster-search")).toBe(name);
    await expect.poll(() => page.locator("main .p-row").allTextContents()).toEqual(found);
    const state = await page.evaluate(() => JSON.stringify(history.state) + location.href);
    expect(state).not.toContain(name);
  });

  test("is as new when one goes there anew", async () => {
    const { page } = phone;
    await page.locator('.p-bar a[href="/arrivals"]').click();
    await page.locator('.p-bar a[href="/roster"]').click();
    expect(await page.inputValue("#roster-search")).toBe("");
  });
});
