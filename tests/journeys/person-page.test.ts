import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAccounts } from "../../server/demo/demo-accounts.ts";
import { axeFindings } from "../support/browser/axe-findings.ts";
import { openPhone, type Phone, sharedBrowser } from "../support/browser/chromium.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

type Noted = Stored & { readonly _rev: string; readonly order?: number };
type Stored = {
  readonly _id: string;
  readonly kind: string;
  readonly voided?: string;
  readonly personId?: string;
  readonly groupId?: string;
  readonly tripId?: string;
  readonly roomId?: string;
  readonly familyName?: string;
};

const site = "site-przemysl";
let server: TestServer;
let phone: Phone;
/** Somebody who has a bed, came with others whose number is known, and is booked on a trip. */
let key: string;
let group: string;
let room: string;
let trip: string;
let familyName: string;

const keyOf = (id = ""): string => id.split(":")[1] ?? "";

beforeAll(async () => {
  server = await aServer();
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    `${site}/_all_docs?include_docs=true`,
  );
  const docs = rows.map(({ doc }) => doc);
  const of = (kind: string) => docs.filter((doc) => doc.kind === kind && !doc.voided);
  const stay = of("stay").find(
    ({ personId, groupId, roomId }) =>
      groupId && roomId && of("person").some((other) => other.groupId === groupId && other._id !== personId),
  );
  const line = of("line")[0];
  key = keyOf(stay?.personId);
  [group, room, trip] = [keyOf(stay?.groupId), keyOf(stay?.roomId), keyOf(line?.tripId)];
  familyName = of("person").find(({ _id }) => _id === `person:${key}`)?.familyName ?? "";
  const { _rev, seat, ...content } = line as Stored & { readonly _rev?: string; readonly seat?: number };
  const booked = {
    ...content,
    _id: `${line?._id.slice(0, -2)}zz`,
    personId: `person:${key}`,
    groupId: `group:${group}`,
  };
  const about = await server.couch<Stored>(`${site}/group:${group}`);
  const called = { ...about, phone: { raw: "+380 67 765 43 21", e164: "+380677654321" } };
  for (const doc of [booked, called])
    expect(
      await server.couch<object>(`${site}/${doc._id}`, { method: "PUT", body: JSON.stringify(doc) }),
    ).toHaveProperty("ok", true);
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "lead");
  await phone.page.goto("/settings");
  await phone.page.selectOption("#site", "przemysl");
  await phone.page.locator("header", { hasText: "Перемишль" }).waitFor();
  await upToDate(phone.page);
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const places = ["arrivals", "roster"] as const;
const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);
const rowOf = (page: Page, name: string) => page.locator(`main [data-test=${name}] a`);
const row = (name: string) => rowOf(phone.page, name);
const open = async (address: string) => {
  await phone.page.goto(address);
  await phone.page.waitForSelector("main h1");
  await standingStill(phone.page);
};
const textOfPage = async (place: string) => {
  await open(`/${place}/person/${key}`);
  await phone.page.locator("main button", { hasText: "Оформити виїзд" }).waitFor();
  return phone.page.locator("main").innerText();
};

test("A person has one page, whichever place one comes from", async () => {
  const [inArrivals, inRoster] = [await textOfPage("arrivals"), await textOfPage("roster")];
  expect(inArrivals).toContain(familyName);
  expect(inRoster).toBe(inArrivals);
});

describe.each(places)("From the page of a person, in %s", (place) => {
  test("group, bed, trip and history are one tap away, and Back comes back", async () => {
    const ways = {
      "way-to-group": `/${place}/group/${group}`,
      "way-to-bed": `/roster/room/${room}`,
      "way-to-trip": `/transport/${trip}`,
      "way-to-history": `/${place}/person/${key}/history`,
    };
    await open(`/${place}/person/${key}`);
    for (const [way, address] of Object.entries(ways)) {
      await row(way).click();
      await expect.poll(path).toBe(address);
      await phone.page.waitForSelector("main h1");
      await phone.page.goBack();
      await expect.poll(path).toBe(`/${place}/person/${key}`);
      await phone.page.waitForSelector("[data-test=way-to-history]");
    }
    expect(await phone.page.locator("[data-test=call] a").getAttribute("href")).toBe("tel:+380677654321");
    expect(await phone.page.title()).not.toContain(familyName);
  });

  test("a line is changed at its field, and the form is not in the history", async () => {
    const { page } = phone;
    const settlement = place === "roster" ? "Суми" : "Полтава";
    await open(`/${place}/group/${group}`);
    await page.locator(`main a[href="/${place}/person/${key}"]`).click();
    await page.locator('[data-test=change][href$="#givenName"]').click();
    await expect.poll(path).toBe(`/arrivals/person/${key}/edit`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("givenName");
    // The field stands on top, the name above it is out of sight: whose record it is stands by the button.
    const about = page.locator("[data-test=main-action] p");
    expect(await about.textContent()).toContain(familyName);
    const [line, button] = [await about.boundingBox(), await page.locator("button[type=submit]").boundingBox()];
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(740);
    await page.fill("#originSettlement", settlement);
    await page.click("button[type=submit]");
    await expect.poll(path).toBe(`/${place}/person/${key}`);
    await expect.poll(() => page.locator("main").innerText()).toContain(settlement);
    await expect.poll(() => page.evaluate(() => history.state?.from)).toBe(`/${place}/group/${group}`);
    await page.goForward();
    expect(await path()).toBe(`/${place}/person/${key}`);
    await page.goBack();
    await page.goBack();
    await expect.poll(path).toBe(`/${place}/group/${group}`);
    await page.goto(`/${place}/person/${key}/history`);
    await expect.poll(() => page.locator("main").innerText()).toContain("Змінено: Населений пункт");
  });

  test("nothing is wider than the phone, and axe finds nothing, on its pages and on those of the group", async () => {
    for (const address of [`person/${key}`, `person/${key}/history`, `group/${group}`]) {
      await open(`/${place}/${address}`);
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await axeFindings(phone.page)).toEqual([]);
    }
  });
});

/** Without a service worker, which has everything: the first screen of whoever opens the app for the first time. */
const firstVisit = async (parts: RegExp, onPart: (route: Route) => Promise<void>): Promise<Page> => {
  const browser = await sharedBrowser();
  const options = { baseURL: server.address, locale: "uk-UA", viewport: { width: 360, height: 740 } };
  const context = await browser.newContext({ ...options, serviceWorkers: "block" });
  await context.route(parts, onPart);
  const page = await context.newPage();
  await page.goto("/");
  const account = demoAccounts.find(({ name }) => name === "lead");
  await page.fill("#name", account?.name ?? "");
  await page.fill("#passphrase", account?.passphrase ?? "");
  await page.click("button[type=submit]");
  await upToDate(page);
  await goTo(page, "/settings");
  await page.selectOption("#site", "przemysl");
  await upToDate(page);
  return page;
};

/** Without loading the app anew, which locks it. */
const goTo = (page: Page, address: string) => page.evaluate((to) => history.pushState(null, "", to), address);

test("On a laptop the roster's list stays beside the page, also after a line was changed", async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 1280, height: 800 });
  await open("/roster");
  await page.evaluate((to) => history.pushState({ entry: 1, from: "/roster" }, "", to), `/roster/person/${key}`);
  await page.locator("[data-place=detail] [data-test=way-to-group] a").click();
  await expect.poll(path).toBe(`/roster/group/${group}`);
  await page.goBack();
  await page.locator('[data-place=detail] [data-test=change][href$="#patronymic"], [data-test=change]').first().click();
  await expect.poll(path).toBe(`/arrivals/person/${key}/edit`);
  await page.fill("#patronymic", "Іванівна");
  await page.click("button[type=submit]");
  await expect.poll(path).toBe(`/roster/person/${key}`);
  await expect.poll(() => page.locator("[data-place=detail]").innerText()).toContain("Іванівна");
  expect(await page.locator("[data-place=list] h2").innerText()).toBe("Розміщення");
  await page.setViewportSize({ width: 360, height: 740 });
});

describe("Without the parts of the roster and the transport", () => {
  const firstPerson = async (onPart: (route: Route) => Promise<void>): Promise<Page> => {
    const page = await firstVisit(/\/assets\/(roster|transport)-screens-[\w-]+\.js/, onPart);
    await goTo(page, `/arrivals/person/${key}`);
    await page.waitForSelector("[data-test=change]");
    return page;
  };

  test("their places are kept: nothing moves when they come", async () => {
    const parts: Route[] = [];
    const page = await firstPerson(async (route) => void parts.push(route));
    expect(await page.locator("[data-test=way-to-trip]").count()).toBe(0);
    const before = await page.evaluate(placesOf);
    expect(before.length).toBeGreaterThan(8);
    expect(parts).toHaveLength(2);
    for (const route of parts) await route.continue();
    await page.waitForSelector("[data-test=way-to-trip]");
    await page.locator("main button", { hasText: "Оформити виїзд" }).waitFor();
    await standingStill(page);
    const after = new Map(await page.evaluate(placesOf));
    expect(before.filter(([name, top]) => after.get(name) !== top)).toEqual([]);
    expect(after.size).toBeGreaterThan(before.length);
    await page.context().close();
  });

  test("everything else is there, and leads on", async () => {
    const page = await firstPerson((route) => route.abort());
    await page.waitForSelector("[data-test=part-missing]");
    expect(await page.locator("main").innerText()).toContain(familyName);
    await page.locator("[data-test=way-to-group] a").click();
    await expect.poll(() => page.evaluate(() => location.pathname)).toBe(`/arrivals/group/${group}`);
    await page.context().close();
  });
});

/** Where headings and links stand, by what they are and lead to; of two alike the lower one. */
const placesOf = (): readonly (readonly [string, number])[] =>
  [...document.querySelectorAll<HTMLElement>("main h1, main h2, main .p-row a, main dd a")].map((element) => [
    element.getAttribute("href") ?? element.textContent,
    element.getBoundingClientRect().top + scrollY,
  ]);

describe("What became of the others is seen in their rows", () => {
  /** Notes an event of somebody's stay as another phone would have. */
  const note = async (personKey: string, event: string) => {
    const { rows } = await server.couch<{ rows: readonly { readonly doc: Noted }[] }>(
      `${site}/_all_docs?include_docs=true`,
    );
    const docs = rows.map(({ doc }) => doc);
    const noted = docs.filter((doc) => doc.kind === "presence" && doc.personId === `person:${personKey}`);
    const [begun] = noted;
    if (!begun) throw new Error("never checked in");
    const { _rev, ...content } = begun;
    const order = 1 + Math.max(...noted.map((doc) => doc.order ?? 0));
    const next = { ...content, _id: `presence:${personKey}${order}`, event, order, at: new Date().toISOString() };
    const path = `${site}/${encodeURIComponent(next._id)}`;
    expect(await server.couch<object>(path, { method: "PUT", body: JSON.stringify(next) })).toHaveProperty("ok", true);
  };
  const member = (personKey: string) =>
    phone.page.locator(`main [data-test=person]:has(a[href$="/person/${personKey}"])`);

  test("whoever is in hospital, and whoever has no bed beside others who have one", async () => {
    await open(`/roster/group/${group}`);
    expect(await member(key).textContent()).not.toContain("лікарн");
    await note(key, "hospital_start");
    await expect.poll(() => member(key).textContent()).toMatch(/лікарн/i);
    await note(key, "check_out");
    await expect.poll(() => member(key).textContent()).toMatch(/Виїзд/);
  });

  test("a record that was joined with another one says so, leads there, and cannot be changed", async () => {
    const { _rev, ...person } = await server.couch<Stored & { readonly _rev: string }>(`${site}/person:${key}`);
    const other = await server.couch<{ rows: readonly { readonly id: string }[] }>(
      `${site}/_all_docs?startkey="person:"&endkey="person:~"&limit=2`,
    );
    const instead = other.rows.map(({ id }) => id).find((id) => id !== person._id) ?? "";
    const body = JSON.stringify({ ...person, _rev, mergedInto: instead });
    expect(await server.couch<object>(`${site}/${person._id}`, { method: "PUT", body })).toHaveProperty("ok", true);
    await open(`/roster/person/${key}`);
    await phone.page.locator(`main a[href="/roster/person/${keyOf(instead)}"]`).waitFor();
    expect(await phone.page.locator('main a[href*="/edit"]').count()).toBe(0);
  });
});

test("A page that could not be fetched is fetched again for a volunteer who comes back to it", async () => {
  const screens = /\/assets\/roster-screens-[\w-]+\.js/;
  const page = await firstVisit(screens, (route) => route.abort());
  await goTo(page, "/arrivals");
  await page.locator('a[href="/roster"]').first().click();
  await page.locator("main", { hasText: "Щось пішло не так" }).waitFor();
  await page.context().unroute(screens);
  await page.goBack();
  await page.waitForSelector("#search");
  await page.locator('a[href="/roster"]').first().click();
  await page.locator("main [data-test=waiting], main .p-notice").first().waitFor();
  expect(await page.locator("main [data-test=waiting]").count()).toBeGreaterThan(0);
  await page.context().close();
});
