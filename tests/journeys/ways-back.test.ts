import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

/** Rows of the page of addresses: what the arrow leads to, as patterns; nothing where there is none. */
const rows = readFileSync("src/app/routes.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `/"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, address = "", arrow = ""]) => ({
    address: patternOf(address),
    arrows: arrow.includes("wherever")
      ? [/^\/transport$/]
      : [...arrow.matchAll(/`[^`]+`/g)].map(([one]) => patternOf(one)),
  }));

function patternOf(cell: string): RegExp {
  return new RegExp(`^${cell.replaceAll("`", "").replace(/:\w+/g, "[^/]+")}$`);
}

type Stays = { readonly rows: readonly { readonly doc: { readonly personId: string } }[] };
type Named = { readonly familyName: string };

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
  const screens = await everyScreen(server);
  const { rows: stays } = await server.couch<Stays>(
    'site-przemysl/_all_docs?startkey="stay:"&endkey="stay:~"&limit=1&include_docs=true',
  );
  const resident = stays[0]?.doc.personId ?? "";
  name = (await server.couch<Named>(`site-przemysl/${resident}`)).familyName;
  addresses = { ...screens, resident: `/roster/person/${resident.split(":")[1]}` };
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
});

const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);
const follow = async (href: string, from?: string) => {
  await phone.page.evaluate(
    ([to, came]) => history.pushState(came === undefined ? null : { entry: 1, from: came }, "", to),
    [href, from] as const,
  );
  await phone.page.waitForSelector("main h1");
};

describe("Every address", () => {
  test("stands in the table once, and its arrow and the browser's Back lead where the table says", async () => {
    const { page } = phone;
    const wrong: string[] = [];
    for (const [screen, address] of Object.entries(addresses)) {
      if (screen === "unknown") continue;
      const row = rows.filter((one) => one.address.test(address)).at(address === "/transport/plan" ? 0 : -1);
      if (!row) wrong.push(`${screen} is not in the table`);
      await follow("/transport");
      await follow(address, "/transport");
      await page.goBack();
      if ((await path()) !== "/transport") wrong.push(`Back from ${screen}: ${await path()}`);
      await follow(address, "/transport");
      const arrow = page.locator("[data-test=back]");
      const isThere = (await arrow.count()) > 0;
      if (isThere !== (row?.arrows.length ?? 0) > 0) wrong.push(`${screen} has ${isThere ? "an arrow" : "no arrow"}`);
      if (!isThere) continue;
      await arrow.click();
      await expect.poll(path, { message: `the arrow of ${screen}` }).not.toBe(address);
      const to = await path();
      if (!row?.arrows.some((pattern) => pattern.test(to))) wrong.push(`the arrow of ${screen}: ${to}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Where a sheet or a question is, and what opens it. */
const sheets: readonly (readonly [screen: string, opener: string])[] = [
  ["resident", "main button:has-text('Оформити виїзд')"],
  ["trip", "main [data-test=passenger] button[aria-pressed=true], main .transport-tile"],
  ["trip", "[data-test=main-action] button"],
  ["settings", "main button:has-text('Вийти')"],
];

describe("A sheet", () => {
  test.each(sheets)(
    "on '%s' is closed by Back, and leaves nothing behind when it is closed otherwise (%s)",
    async (screen, opener) => {
      const { page } = phone;
      await follow("/transport");
      await follow(addresses[screen] ?? "", "/transport");
      const open = async () => {
        await page.locator(opener).first().click();
        await page.waitForSelector("dialog[open]");
      };
      const closed = () => expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
      await open();
      await page.goBack();
      await closed();
      expect(await path()).toBe(addresses[screen]);
      await open();
      await page.keyboard.press("Escape");
      await closed();
      await expect.poll(() => page.evaluate(() => history.state?.sheet)).toBeUndefined();
      await page.goBack();
      await expect.poll(path).toBe("/transport");
    },
  );
});

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
