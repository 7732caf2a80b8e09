import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { registerFamily } from "../journeys/register-family.ts";
import type { Tab } from "../support/browser/tab.ts";

/** A lead's phone at Przemyśl on the demonstration data, and what its browser's own buttons do. */
export type Walker = {
  readonly page: Tab;
  /** The addresses of `everyScreen`, and `resident`: the page of somebody who has a bed. */
  readonly addresses: Readonly<Record<string, string>>;
  back(): Promise<void>;
  pressEscape(): Promise<void>;
  /** Goes to an address of the app, with what its entry in the history is to hold. */
  goTo(address: string, state: EntryState): Promise<void>;
};

export type EntryState = { readonly entry: 1; readonly from: string } | null;

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

/** Where a sheet or a question is, and what opens it. */
const sheets: readonly { readonly screen: string; readonly opener: string; readonly hasText?: string }[] = [
  { screen: "resident", opener: "main button", hasText: "Оформити виїзд" },
  { screen: "trip", opener: "main [data-test=passenger] button[aria-pressed=true], main .transport-tile" },
  { screen: "trip", opener: "[data-test=main-action] button" },
  { screen: "settings", opener: "main button", hasText: "Вийти" },
];

const isForm = /\/(new|edit|plan|repair)$|\/register\//;

/** What holds of the ways back in every browser. */
export const holdWaysBack = (given: () => Walker): void => {
  const path = (): Promise<string> => given().page.evaluate(() => location.pathname);
  const follow = async (href: string, from?: string) => {
    const { page, goTo } = given();
    await goTo(href, from === undefined ? null : { entry: 1, from });
    await page.waitForSelector("main h1");
  };
  const sheetsOpen = () => given().page.locator("dialog[open]").count();

  describe("Every address", () => {
    test("stands in the table once, and its arrow and the browser's Back lead where the table says", async () => {
      const { page, addresses, back } = given();
      const wrong: string[] = [];
      for (const [screen, address] of Object.entries(addresses)) {
        if (screen === "unknown") continue;
        const row = rows.filter((one) => one.address.test(address)).at(address === "/transport/plan" ? 0 : -1);
        if (!row) wrong.push(`${screen} is not in the table`);
        await follow("/transport");
        await follow(address, "/transport");
        await back();
        await expect.poll(path, { message: `Back from ${screen}` }).not.toBe(address === "/transport" ? "" : address);
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

  describe("A sheet", () => {
    test.each(sheets)(
      "on '$screen' is closed by Back, and leaves nothing behind when it is closed otherwise ($opener)",
      async ({ screen, opener, hasText }) => {
        const { page, addresses, back, pressEscape } = given();
        await follow("/transport");
        await follow(addresses[screen] ?? "", "/transport");
        const open = async () => {
          await page
            .locator(opener, hasText === undefined ? {} : { hasText })
            .first()
            .click();
          await page.waitForSelector("dialog[open]");
        };
        await open();
        await back();
        await expect.poll(sheetsOpen).toBe(0);
        expect(await path()).toBe(addresses[screen]);
        await open();
        await pressEscape();
        await expect.poll(sheetsOpen).toBe(0);
        await expect.poll(() => page.evaluate(() => String(history.state?.sheet))).toBe("undefined");
        await back();
        await expect.poll(path).toBe("/transport");
      },
    );
  });

  describe("A form that was saved", () => {
    const forms: readonly (readonly [what: string, fillIn: (walker: Walker) => Promise<unknown>, saved: RegExp])[] = [
      [
        "a family's",
        async ({ page }) => {
          await page.click('.p-bar a[href="/arrivals"]');
          await registerFamily(page);
        },
        /\/arrivals\/group\/[^/]+$/,
      ],
      [
        "a person's",
        async ({ page, addresses }) => {
          await follow(addresses.person ?? "", "/arrivals");
          await page.locator('main a[href$="/edit"]').first().click();
          await page.fill("#patronymic", "Іванівна");
          await page.click("button[type=submit]");
        },
        /\/arrivals\/person\/[^/]+$/,
      ],
      [
        "a trip's",
        async ({ page }) => {
          await page.click('a[href="/transport/plan"]');
          await page.fill("#plan-to", "Lublin");
          await page.fill("#plan-time", "23:30");
          await page.fill("#plan-seats", "8");
          await page.evaluate(chooseFirst, "plan-vehicle");
          await page.locator("label", { hasText: "Testowski" }).first().click();
          await page.locator("[data-test=main-action] button").first().click();
        },
        /\/transport\/(?!plan)[^/]+$/,
      ],
    ];
    test.each(forms)("is behind nobody: Back never leads to it (%s)", async (_, fillIn, saved) => {
      const { page, back } = given();
      await follow("/roster");
      await follow("/transport", "/roster");
      await fillIn(given());
      await page.waitForURL(saved);
      for (let here = await path(); here !== "/roster"; ) {
        await back();
        await expect.poll(path).not.toBe(here);
        here = await path();
        expect(here).not.toMatch(isForm);
      }
    });
  });
};

/** In the page: the first entry of a field that is chips or a list, whichever the number of entries made it. */
const chooseFirst = (id: string): void => {
  const field = document.getElementById(id);
  if (field instanceof HTMLSelectElement) {
    field.selectedIndex = 1;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else field?.click();
};

/** The screens of `everyScreen`, and somebody who has a bed. */
export const withResident = async (
  screens: Readonly<Record<string, string>>,
  couch: <T>(path: string) => Promise<T>,
): Promise<{ readonly addresses: Readonly<Record<string, string>>; readonly name: string }> => {
  type Stays = { readonly rows: readonly { readonly doc: { readonly personId: string } }[] };
  const { rows: stays } = await couch<Stays>(
    'site-przemysl/_all_docs?startkey="stay:"&endkey="stay:~"&limit=1&include_docs=true',
  );
  const resident = stays[0]?.doc.personId ?? "";
  const { familyName } = await couch<{ readonly familyName: string }>(`site-przemysl/${resident}`);
  return { addresses: { ...screens, resident: `/roster/person/${resident.split(":")[1]}` }, name: familyName };
};
