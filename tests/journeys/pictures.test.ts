import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

let server: TestServer;
let phone: Phone;
let addresses: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "lead");
  await phone.page.goto("/settings");
  await phone.page.selectOption("#site", "przemysl");
  addresses = await everyScreen(server);
  await upToDate(phone.page);
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);
const open = async (name: string) => {
  await phone.page.evaluate((to) => history.pushState(null, "", to), addresses[name] ?? name);
  await phone.page.waitForSelector("main h1");
  await standingStill(phone.page);
};
const bed = (state: string) => phone.page.locator(`main [data-test=bed][data-state=${state}]`);

test("A free bed that is tapped is given to whoever is chosen, and to nobody before that", async () => {
  const { page } = phone;
  await open("room");
  const free = await bed("free").count();
  expect(free).toBeGreaterThan(0);
  const code = await bed("free").first().locator(".p-beds__code").innerText();
  await bed("free").first().locator("button").click();
  const waiting = page.locator("dialog[open] [data-test=waiting]");
  const name = await waiting.first().locator(".p-row__title").innerText();
  await page.goBack();
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  expect(await bed("free").count()).toBe(free);
  await bed("free").first().locator("button").click();
  await waiting.first().locator("a").click();
  await expect.poll(path).toMatch(/^\/roster\/bed-for\//);
  await page.waitForSelector("[data-test=main-action] button");
  await expect.poll(() => page.locator("main").innerText()).toContain(`Ліжко ${code}`);
  await page.locator("[data-test=main-action] button").click();
  await page.waitForSelector(".p-notice[data-kind=success]");
  await open("room");
  const given = page.locator("main [data-test=bed]:not([data-state=free])", { hasText: name });
  await expect.poll(() => given.count()).toBe(1);
  expect(await given.locator(".p-beds__code").innerText()).toBe(code);
  await given.locator("a").click();
  await expect.poll(path).toMatch(/^\/roster\/person\//);
  expect(await page.locator("main h1").innerText()).toBe(name);
  await page.goBack();
  await expect.poll(path).toBe(addresses.room);
});

test("Beds are 44 pixels and more, and each is said in words", async () => {
  await open("room");
  for (const target of await phone.page.locator(".p-beds__target").all()) {
    const box = await target.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect(await target.locator(".p-visually-hidden").innerText()).toMatch(/^Ліжко /);
  }
});

test("The plan of the house shows every bed of every room, is there again on coming back, and gives beds, too", async () => {
  const { page } = phone;
  await open("roster");
  await page.locator("#plan").check();
  const free = Number(/\d+/.exec(await page.locator("[data-test=count-free]").innerText())?.[0]);
  await expect.poll(() => bed("free").count()).toBe(free);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const { width = 0, height = 0 } = (await bed("free").first().locator("button").boundingBox()) ?? {};
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await bed("free").first().locator("button").click();
  await page.waitForSelector("dialog[open] [data-test=waiting]");
  await page.goBack();
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  await page.locator("main [data-test=bed] a").first().click();
  await expect.poll(path).toMatch(/^\/roster\/person\//);
  await page.goBack();
  await expect.poll(() => bed("free").count()).toBe(free);
});

test("A trip is a line of its stops", async () => {
  await open("trip");
  const stops = phone.page.locator(".p-trip__stop");
  expect(await stops.count()).toBeGreaterThan(1);
  expect(await stops.first().innerText()).toMatch(/\d{2}:\d{2}/);
  expect(await stops.first().getAttribute("data-state")).toBe("here");
});

test("The last days stand at the end of a shift: as bars, and as tables for whoever hears them", async () => {
  await open("shift");
  const tables = phone.page.locator(".p-chart table");
  expect(await tables.count()).toBe(2);
  for (const table of await tables.all()) expect(await table.locator("tbody tr").count()).toBe(7);
  const inside = Number(await tables.nth(1).locator("tbody tr").last().locator("td").innerText());
  await open("roster");
  expect(inside).toBe(
    Number(
      await phone.page
        .locator("[data-test=count-inside]")
        .innerText()
        .then((text) => /\d+/.exec(text)?.[0]),
    ),
  );
});
