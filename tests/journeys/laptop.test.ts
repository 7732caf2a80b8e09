import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeImport } from "../../server/import/write-import.ts";
import type { Line } from "../../src/domain/model/kinds/line.ts";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { marksInView, rowsHoldNothing, tableInView } from "../support/browser/table-in-view.ts";
import { planManyPeople } from "../support/data/many-people.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let server: TestServer;
let phone: Phone;
let addresses: Readonly<Record<string, string>>;

let entries = 0;
/** Without loading the app anew. */
const goTo = (address: string) => {
  entries += 1;
  return phone.page.evaluate(([to, entry]) => history.pushState({ entry }, "", to), [address, entries] as const);
};

beforeAll(async () => {
  server = await aServer();
  const access = { baseUrl: `${server.address}/db`, user: "admin", password: "test-admin", fetch };
  const written = await writeImport(access, planManyPeople(40, "przemysl"));
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  phone = await openPhone({ baseURL: server.address });
  await phone.page.setViewportSize({ width: 1280, height: 800 });
  await signIn(phone.page, "lead");
  await goTo("/settings");
  await phone.page.selectOption("#site", "przemysl");
  addresses = await everyScreen(server);
  await upToDate(phone.page);
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const rowOf = (name: string) => `[data-test=${name}] .p-table__target`;
const list = "[data-place=list]";
const detail = "[data-place=detail]";
const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);
const heading = () => phone.page.locator("main h1").textContent();
const press = (key: string) => phone.page.keyboard.press(key);
const focused = () => phone.page.evaluate(() => document.activeElement?.textContent);

/** Anew, as by a tap on the place. */
const open = async (name: string) => {
  await goTo("/nowhere");
  await phone.page.waitForSelector(".p-panes", { state: "detached" });
  await goTo(addresses[name] ?? name);
  await phone.page.waitForSelector("main h1");
  await standingStill(phone.page);
};
const rowsOf = (name: string) => phone.page.locator(`${list} ${rowOf(name)}`).allTextContents();

describe("A table at 1280 × 800", () => {
  test.each(["uk", "pl"])("shows at least 15 whole rows with columns, and nothing is cut (%s)", async (language) => {
    if (language !== "uk") await phone.page.goto(`/?lang=${language}`);
    await phone.page.waitForSelector("main h1");
    for (const [name, row, columns] of [
      ["arrivals", "arrival", 6],
      ["roster", "person", 6],
      ["trip", "passenger", 5],
    ] as const) {
      await open(name);
      // Who waits stands first.
      if (name === "roster") await phone.page.locator(".p-views__one").first().click();
      const seen = await phone.page.evaluate(tableInView, row);
      // In the small hours the demonstration's house has fewer residents than that.
      expect(seen.rows.length, name).toBeGreaterThanOrEqual(Math.min(15, seen.all));
      expect(seen.all).toBeGreaterThan(9);
      for (const height of seen.rows) expect(height).toBeGreaterThanOrEqual(32);
      expect(seen.titles).toHaveLength(columns);
      expect(seen.titles.every((title) => title !== "")).toBe(true);
      expect(seen.cut).toEqual([]);
      expect(seen.width).toBeLessThanOrEqual(1280);
    }
  });

  test("is sorted by a column, the other way round, and then as it came", async () => {
    const { page } = phone;
    await open("arrivals");
    const asItCame = await rowsOf("arrival");
    const people = page.locator(`${list} th:has(button)`).nth(1);
    const counts = async () =>
      (await page.locator(`${list} [data-test=arrival] > td:nth-child(2)`).allTextContents()).map(Number);
    expect(await people.getAttribute("aria-sort")).toBe("none");
    await people.locator("button").click();
    expect(await people.getAttribute("aria-sort")).toBe("ascending");
    expect(await counts()).toEqual((await counts()).sort((a, b) => a - b));
    await people.locator("button").click();
    expect(await people.getAttribute("aria-sort")).toBe("descending");
    expect(await counts()).toEqual((await counts()).sort((a, b) => b - a));
    expect((await counts())[0]).toBeGreaterThan(3);
    await people.locator("button").click();
    expect(await rowsOf("arrival")).toEqual(asItCame);
  });

  test("that is long has only the rows in view and some around them, the last one, too, once one scrolls there", async () => {
    const { page } = phone;
    await open("roster");
    await page.locator(".p-views__one").nth(1).click();
    const all = Number(await page.locator(`${list} table`).getAttribute("aria-rowcount")) - 1;
    expect(all).toBeGreaterThan(80);
    const length = () => page.locator(list).evaluate((pane) => pane.scrollHeight);
    const before = await length();
    expect((await rowsOf("waiting")).length).toBeLessThan(65);
    await page.locator(list).evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await page.waitForSelector(`${list} tr[aria-rowindex="${all + 1}"]`);
    expect((await rowsOf("waiting")).length).toBeLessThan(65);
    expect(Math.abs((await length()) - before)).toBeLessThan(2);
  });

  test("keeps the row with the focus, from which an arrow goes on, however far one scrolls", async () => {
    const { page } = phone;
    await open("roster");
    await page.locator(".p-views__one").nth(1).click();
    const [first = "", second = ""] = await rowsOf("waiting");
    await page
      .locator(`${list} ${rowOf("waiting")}`)
      .first()
      .focus();
    await page.locator(list).evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await page.waitForSelector(`${list} tr[aria-rowindex="3"] + tr[aria-hidden]`, { state: "attached" });
    expect(await focused()).toBe(first);
    await press("ArrowDown");
    expect(await focused()).toBe(second);
    await expect.poll(async () => (await rowsOf("waiting")).length).toBeGreaterThan(20);
    expect(await focused()).toBe(second);
  });

  test("has rows of 44 pixels where fingers tap them", async () => {
    await open("arrivals");
    const touch = await phone.context.newCDPSession(phone.page);
    await touch.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
    const { rows } = await phone.page.evaluate(tableInView, "arrival");
    await touch.send("Emulation.setTouchEmulationEnabled", { enabled: false });
    for (const height of rows) expect(height).toBeGreaterThanOrEqual(44);
  });
});

describe("What is opened from a list stands beside it", () => {
  test.each(["the arrow", "the browser's Back"])("and the list stays where it was (%s)", async (way) => {
    const { page } = phone;
    await open("arrivals");
    await page.locator(list).evaluate((pane) => pane.scrollTo(0, 700));
    await standingStill(page);
    const top = () => page.locator(list).evaluate((pane) => pane.scrollTop);
    const scrolled = await top();
    expect(scrolled).toBeGreaterThan(600);
    const [rows, title] = [await rowsOf("arrival"), await page.title()];
    const link = page.locator(`${list} ${rowOf("arrival")}`).nth(30);
    const [name, href] = [await link.textContent(), await link.getAttribute("href")];
    await link.evaluate((row: HTMLElement) => row.click());
    await page.waitForSelector(detail);
    expect(await path()).toBe(href);
    expect(await heading()).toBe(name);
    expect(await focused()).toBe(name);
    expect(await top()).toBe(scrolled);
    expect(await rowsOf("arrival")).toEqual(rows);
    expect(await page.locator(`${list} [aria-current]`).textContent()).toBe(name);
    if (way === "the arrow") await page.locator(`${detail} [data-test=back]`).click();
    else await page.goBack();
    await page.waitForSelector(detail, { state: "detached" });
    expect(await path()).toBe("/arrivals");
    expect(await top()).toBe(scrolled);
    expect(await focused()).toBe(name);
    expect(await page.title()).toBe(title);
  });

  test("and the name of the row that was opened last stands beside the button that acts on it", async () => {
    const { page } = phone;
    await open("arrivals");
    for (const place of [0, 3, 1]) {
      const link = page.locator(`${list} ${rowOf("arrival")}`).nth(place);
      const name = await link.textContent();
      await link.click();
      await expect.poll(heading).toBe(name);
      // The page is another one, not the same with another name on it.
      expect(await page.locator(`${detail} .p-page`).getAttribute("data-left-over")).toBe(null);
      await page
        .locator(`${detail} .p-page`)
        .first()
        .evaluate((section) => section.setAttribute("data-left-over", ""));
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      const head = page.locator(`${detail} .p-pane__head`);
      expect(await head.locator("h1").textContent()).toBe(name);
      // Where everybody of a group has a bed nothing is left to press.
      const actions = await page.locator(`${detail} [data-test=main-action] a`).count();
      expect(await head.locator("[data-test=main-action] a").count()).toBe(actions);
      expect(actions).toBeLessThanOrEqual(1);
      expect(await page.title()).not.toContain(name ?? "");
      // However far one scrolls.
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      expect(await head.evaluate((box) => box.getBoundingClientRect().top)).toBeGreaterThanOrEqual(47);
    }
  });

  test("and a passenger's row boards that passenger alone; what takes it back covers no row", async () => {
    const { page } = phone;
    await open("trip");
    const rows = page.locator(`${detail} ${rowOf("passenger")}`);
    const ticks = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-pressed") === "true"));
    const before = await ticks();
    const place = before.indexOf(false);
    // In the middle of the row, far from the name.
    const box = await page.locator(`${detail} [data-test=passenger]`).nth(place).boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 16);
    await page.waitForSelector(`${detail} [data-test=undo]`);
    expect(await ticks()).toEqual(before.map((isTicked, at) => isTicked || at === place));
    const said = await page.locator(`${detail} .p-snackbar`).boundingBox();
    expect(said?.y).toBeGreaterThanOrEqual(0);
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(56);
    await page.locator(`${detail} [data-test=undo]`).click();
    await expect.poll(ticks).toEqual(before);
  });

  test("and a click on any cell of a row opens that row, also in WebKit, where a row holds nothing that is placed in it", async () => {
    const { page } = phone;
    await open("arrivals");
    await page.evaluate(rowsHoldNothing);
    const row = page.locator(`${list} [data-test=arrival]`).nth(2);
    const [name, cells] = [await row.locator(".p-table__target").textContent(), await row.locator("th, td").count()];
    for (const cell of [1, 3, cells - 1, 0]) {
      await open("arrivals");
      await row.locator("th, td").nth(cell).click();
      await page.waitForSelector(detail);
      expect(await heading()).toBe(name);
    }
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  });

  test.each(["sorted", "as it came"])(
    "and whom another phone adds moves nobody who stood there (%s)",
    async (order) => {
      const { page } = phone;
      await open("trip");
      if (order === "sorted") await page.locator(`${detail} thead button`).first().click();
      const names = () => page.locator(`${detail} ${rowOf("passenger")}`).allTextContents();
      const before = await names();
      expect(before.length).toBeGreaterThan(3);
      const added = await addPassenger(addresses.trip ?? "", `А${order.length}`);
      await page.waitForSelector(`${detail} ${rowOf("passenger")}:has-text("${added}")`);
      const after = await names();
      expect(after.slice(0, -1)).toEqual(before);
      expect(after.at(-1)).toContain(added);
      if (order !== "sorted") return;
      // Pressed again, it is the other way round, with the new one where they belong.
      await page.locator(`${detail} thead button`).first().click();
      await page.locator(`${detail} thead button`).first().click();
      await page.locator(`${detail} thead button`).first().click();
      expect((await names())[0]).toContain(added);
    },
  );

  test.each([1280, 1024])("and four marks in a row are whole in view, at %s pixels", async (width) => {
    const { page } = phone;
    await page.setViewportSize({ width, height: 800 });
    const many = ["wheelchair", "escort", "motion", "child_seat_0_3"];
    const name = await addPassenger(addresses.trip ?? "", `Ч${width}`, many);
    const more = await addPassenger(addresses.trip ?? "", `Щ${width}`, [...many, "child_seat_3_7", "lift"]);
    await open("trip");
    const row = (of: string) => page.locator(`${detail} [data-test=passenger]:has-text("${of}")`);
    await row(name).scrollIntoViewIfNeeded();
    expect(await row(name).evaluate(marksInView)).toBe(4);
    expect(await row(name).evaluate((of) => of.children[2]?.checkVisibility())).toBe(true);
    await row(more).scrollIntoViewIfNeeded();
    expect(await row(more).evaluate(marksInView)).toBe(3);
    await row(more).locator("td").last().hover();
    expect((await row(more).locator("td").last().getAttribute("title"))?.split(" · ")).toHaveLength(6);
    expect(await row(name).locator(".p-table__words").getAttribute("title")).toBe(name);
    // So they are in the list beside it: there is as much room for them.
    await open("resident");
    const box = await page.locator(`${list} thead th[data-width=marks]`).boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(82);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("and what was chosen for one family is not left for another", async () => {
    const { page } = phone;
    await open("roster");
    await page.locator(".p-views__one").nth(1).click();
    const families = page.locator(`${list} [data-test=waiting]:has(td:nth-child(3):text-matches("^[2-9]"))`);
    await families.nth(0).locator(".p-table__target").click();
    const boxes = page.locator(`${detail} input[type=checkbox]`);
    await boxes.first().uncheck();
    const second = families.nth(1).locator(".p-table__target");
    await second.click();
    await expect.poll(() => boxes.first().isChecked()).toBe(true);
    // Whom the button is for stands beside it.
    expect(await page.locator(`${detail} .p-pane__head`).textContent()).toContain(await second.textContent());
  });

  test("the list's search stays, also when one comes back from another place", async () => {
    const { page } = phone;
    await open("roster");
    await page.locator(".p-views__one").first().click();
    const [name = ""] = await rowsOf("person");
    await page.fill("#roster-search", name);
    await page.locator(`${list} .p-row a`).first().click();
    await page.waitForSelector(detail);
    expect(await page.inputValue("#roster-search")).toBe(name);
    await page.locator('.p-bar a[href="/transport"]').click();
    await page.waitForSelector(`${list} [data-test=trip]`);
    await page.goBack();
    await page.waitForSelector(detail);
    expect(await page.inputValue("#roster-search")).toBe(name);
    await page.goBack();
    await page.waitForSelector(detail, { state: "detached" });
    expect(await page.inputValue("#roster-search")).toBe(name);
    expect(await page.evaluate(() => JSON.stringify(history.state) + location.href)).not.toContain(name);
  });

  test("the list is opened anew by a link to it, not by Back or the arrow", async () => {
    const { page } = phone;
    const tab = page.locator('.p-bar a[href="/arrivals"]');
    await open("arrivals");
    await page.fill("#search", "Ш");
    await tab.click();
    await expect.poll(() => page.inputValue("#search")).toBe("");
    await page.goBack();
    await expect.poll(() => page.inputValue("#search")).toBe("Ш");
    await page.goForward();
    await expect.poll(() => page.inputValue("#search")).toBe("");
    await page
      .locator(`${list} ${rowOf("arrival")}`)
      .first()
      .click();
    await page.waitForSelector(detail);
    await page.fill("#search", "К");
    await page.locator(`${detail} [data-test=back]`).click();
    await page.waitForSelector(detail, { state: "detached" });
    expect(await page.inputValue("#search")).toBe("К");
    // Nor by the arrow of a page that no row led to.
    await open("group");
    await page.fill("#search", "Л");
    await page.locator(`${detail} [data-test=back]`).click();
    await page.waitForSelector(detail, { state: "detached" });
    expect(await page.inputValue("#search")).toBe("Л");
  });

  test("and a window that is made narrower loses nothing of it", async () => {
    const { page } = phone;
    await open("trip");
    await page.fill("#passenger-search", "Ім");
    await page.setViewportSize({ width: 640, height: 800 });
    await standingStill(page);
    expect(await page.inputValue("#passenger-search")).toBe("Ім");
    expect(await page.locator(list).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await page.inputValue("#passenger-search")).toBe("Ім");
  });

  test.each(["register", "edit", "plan-trip"])("A form stands alone, and no key leaves it: %s", async (form) => {
    await open(form);
    expect(await phone.page.locator(list).count()).toBe(0);
    await phone.page.locator("main h1").focus();
    for (const key of ["n", "Escape"]) await press(key);
    expect(await path()).toBe(addresses[form]);
  });
});

describe("By keys", () => {
  test("/ searches, arrows go from row to row, Enter opens, Escape closes, n registers, ? says so", async () => {
    const { page } = phone;
    await open("arrivals");
    await press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
    // In a field they are what is typed.
    for (const key of ["n", "/", "?"]) await press(key);
    expect(await page.inputValue("#search")).toBe("n/?");
    await page.fill("#search", "");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await press("Control+ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    const [first, second] = await rowsOf("arrival");
    await press("ArrowDown");
    expect(await focused()).toBe(first);
    await press("ArrowDown");
    expect(await focused()).toBe(second);
    await press("ArrowUp");
    expect(await focused()).toBe(first);
    await press("Enter");
    await expect.poll(heading).toBe(first);
    await press("Escape");
    await page.waitForSelector(detail, { state: "detached" });
    expect(await focused()).toBe(first);
    await press("?");
    await page.waitForSelector("dialog[open] kbd");
    await press("n");
    expect(await path()).toBe("/arrivals");
    await press("Escape");
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    await press("n");
    await expect.poll(path).toMatch(/^\/arrivals\/register\//);
  });

  test("Single letters and signs are switched off in the settings; the arrows stay", async () => {
    const { page } = phone;
    await open("/settings");
    await page.locator("#keys").uncheck();
    await open("arrivals");
    for (const key of ["n", "?", "/"]) await press(key);
    expect(await path()).toBe("/arrivals");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await press("ArrowDown");
    expect(await focused()).toBe((await rowsOf("arrival"))[0]);
    await open("/settings");
    await page.locator("#keys").check();
  });
});

test("axe finds nothing where two pages stand side by side", async () => {
  const found: string[] = [];
  for (const name of ["group", "resident", "trip"]) {
    await open(name);
    await phone.page.evaluate(axe);
    found.push(...(await phone.page.evaluate(violations)).map((violation) => `${name}: ${violation}`));
  }
  expect(found).toEqual([]);
});

/** As another phone does it: to the family of somebody on the list. Answers the name. */
const addPassenger = async (trip: string, givenName: string, needs: readonly string[] = []): Promise<string> => {
  const site = "site-przemysl";
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Line }[] }>(
    `${site}/_all_docs?include_docs=true&startkey="line:"&endkey="line:~"`,
  );
  const one = rows.map(({ doc }) => doc).find(({ tripId, walkIn }) => trip.endsWith(tripId.slice(5)) && !walkIn);
  if (!one) throw new Error("nobody is on the list");
  const { _rev, seat, ...line } = one as Line & { readonly _rev: string };
  added += 1;
  const body = {
    ...line,
    _id: `${one._id.slice(0, -2)}${added}z`,
    passenger: { ...one.passenger, familyName: "Аабенко", givenName },
    needs,
  };
  const said = await server.couch<object>(`${site}/${body._id}`, { method: "PUT", body: JSON.stringify(body) });
  expect(said).toHaveProperty("ok", true);
  return `Аабенко ${givenName}`;
};
let added = 0;

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

const violations = async (): Promise<readonly string[]> => {
  const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly, resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`));
};

test("Escape closes no page on which a bed was chosen and not saved", async () => {
  const { page } = phone;
  await open("roster");
  const give = `${list} a[href^="/roster/bed-for/"]`;
  await page.locator(give).first().click();
  await page.waitForSelector(`${detail} h1`);
  await page.locator(`${detail} h1`).focus();
  await press("Escape");
  await expect.poll(path).toBe("/roster");
  await page.locator(give).first().click();
  await page.locator(`${detail} .p-section`).last().locator("button").first().click();
  await press("Escape");
  expect(await path()).toMatch(/bed-for/);
});

test("Without a network it is a laptop, too: loaded anew, panes, tables and their words are there", async () => {
  const { page, context } = phone;
  await page.goto("/?lang=uk");
  await context.setOffline(true);
  await page.goto("/arrivals");
  await page
    .locator(`${list} ${rowOf("arrival")}`)
    .first()
    .click();
  await page.waitForSelector(`${detail} h1`);
  expect(await page.locator(`${list} thead th`).first().textContent()).toBe("Родина");
  await press("?");
  await page.waitForSelector("dialog[open]");
  await press("Escape");
  await context.setOffline(false);
});
