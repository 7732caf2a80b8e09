import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeImport } from "../../server/import/write-import.ts";
import { warsawDay } from "../../src/domain/dates/warsaw-time.ts";
import { groupBy } from "../../src/domain/model/group-by.ts";
import type { Person } from "../../src/domain/model/kinds/person.ts";
import { isWithoutParent } from "../../src/domain/safeguarding/company.ts";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { makeFieldConflict } from "../support/data/field-conflict.ts";
import { planManyPeople } from "../support/data/many-people.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

const site = "site-przemysl";

describe.sequential("What a phone of 360 × 740 shows at first, in Ukrainian", () => {
  let server: TestServer;
  let phone: Phone;
  let addresses: Readonly<Record<string, string>>;

  beforeAll(async () => {
    server = await aServer();
    await more(40);
    phone = await openPhone({ baseURL: server.address });
    await signIn(phone.page, "lead");
    await phone.page.goto("/settings");
    await phone.page.selectOption("#site", "przemysl");
    addresses = await everyScreen(server);
    await upToDate(phone.page);
  });

  afterAll(async () => {
    await phone?.throwAway();
    await server?.stop();
  });

  /** Other phones register people at the site. */
  const more = async (people: number) => {
    const access = { baseUrl: `${server.address}/db`, user: "admin", password: "test-admin", fetch };
    const written = await writeImport(access, planManyPeople(people, "przemysl"));
    if (!written.ok) throw new Error(JSON.stringify(written.error));
  };

  const childrenWithoutParent = async (): Promise<number> => {
    const { rows } = await server.couch<{ rows: readonly { readonly doc: Person }[] }>(
      `${site}/_all_docs?include_docs=true`,
    );
    const people = rows.map(({ doc }) => doc).filter(({ kind }) => kind === "person");
    const parties = groupBy(people, ({ _id, groupId }) => groupId ?? _id);
    const today = warsawDay(new Date().toISOString());
    return [...parties.values()].flatMap((party) => party.filter((one) => isWithoutParent(one, party, today))).length;
  };

  const open = async (name: string) => {
    await phone.page.evaluate((to) => history.pushState(null, "", to), addresses[name] ?? name);
    await phone.page.waitForSelector("main h1");
    await standingStill(phone.page);
    return phone.page.evaluate(firstScreen);
  };

  test.each([
    ["arrivals", "arrival", 6],
    ["roster", "waiting", 5],
    ["trip", "passenger", 5],
  ] as const)("%s: rows that are whole in view: %s, at least %i of 56 to 72 pixels", async (name, row, atLeast) => {
    const { rows } = await open(name);
    const shown = rows.filter(({ name: called }) => called === row);
    expect(shown.length).toBeGreaterThanOrEqual(atLeast);
    for (const { top, bottom } of shown) {
      expect(bottom - top).toBeGreaterThanOrEqual(56);
      expect(bottom - top).toBeLessThanOrEqual(72);
    }
  });

  test("On no screen do bars take more than a fifth of the height", async () => {
    const found: string[] = [];
    for (const name of Object.keys(addresses)) {
      const { barShare } = await open(name);
      if (barShare > 0.2) found.push(`${name}: ${barShare.toFixed(2)}`);
    }
    expect(found).toEqual([]);
  });

  test("Nothing moves under a finger: not by a tap, nor by what arrives, nor by a question that arrives", async () => {
    const { page } = phone;
    const passenger = (await open("trip")).rows.find(({ isPressed }) => !isPressed);
    const before = await page.evaluate(placesOfRows);
    // Where a thumb would, without the scrolling that a test's click does.
    await page.mouse.click(180, (passenger?.top ?? 0) + 30);
    await page.waitForSelector(".p-snackbar");
    await standingStill(page);
    expect(await page.evaluate(placesOfRows)).toEqual(before);

    const { rows } = await open("arrivals");
    await more(300);
    await makeFieldConflict(server, site, rowKeyOf(rows), "label", ["Коваль", "Коваленко"]);
    // What arrived is said as numbers: beside the list's title, and on the tab.
    await page.waitForSelector("main .p-section__head button");
    const toProtect = await childrenWithoutParent();
    await expect.poll(() => page.locator(".p-bar__calls").textContent()).toBe(String(3 + toProtect));
    await standingStill(page);
    expect((await page.evaluate(firstScreen)).rows).toEqual(rows);
    // Those who arrived may stand below the first screen: how many the demonstration has of today depends on the hour.
    const listed = () =>
      page.locator("main [data-test=arrival] a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    const held = await listed();
    await page.locator("main .p-section__head button").click();
    await expect.poll(listed).not.toEqual(held);
  });

  test("No window is called by what its page says of somebody", async () => {
    for (const name of ["group", "person", "edit", "resident", "record"]) {
      await open(name);
      const heading = (await phone.page.locator("main h1").textContent()) ?? "";
      expect(heading).not.toBe("");
      for (const word of heading.split(" ")) expect(await phone.page.title()).not.toContain(word);
      expect(await phone.page.title()).toMatch(/ – Пристань$/);
    }
  });
});

type Row = {
  readonly name: string;
  readonly href: string;
  readonly isPressed: boolean;
  readonly top: number;
  readonly bottom: number;
};

const rowKeyOf = (rows: readonly Row[]): string => `group:${rows[0]?.href.split("/").at(-1)}`;

/** In the page: rows that are whole in view, and what bars take of the height. */
const firstScreen = () => {
  const bars = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
    const { position, display } = getComputedStyle(element);
    return /fixed|sticky/.test(position) && display !== "none" && element.offsetHeight > 0;
  });
  const boxes = bars.map((bar) => bar.getBoundingClientRect());
  const above = boxes.filter(({ top }) => top <= 0).map(({ bottom }) => bottom);
  const below = boxes.filter(({ top }) => top > innerHeight / 2).map(({ top }) => top);
  const [from, to] = [Math.max(0, ...above), Math.min(innerHeight, ...below)];
  const rows: Row[] = [...document.querySelectorAll<HTMLElement>(".p-row[data-test]")].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const href = row.querySelector("a")?.getAttribute("href") ?? "";
    const isPressed = row.querySelector("[aria-pressed=true]") !== null;
    return top >= from && bottom <= to ? [{ name: row.dataset.test ?? "", href, isPressed, top, bottom }] : [];
  });
  return { rows, barShare: 1 - (to - from) / innerHeight };
};

const placesOfRows = () =>
  [...document.querySelectorAll(".p-row")].map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return [top, bottom];
  });
