import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { makeFieldConflict } from "../support/data/field-conflict.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

type Finding = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};
type Row = { readonly id: string };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = "tests/.output/screens";

type Theme = "light" | "night";

describe.sequential("Every screen, 360 × 740", () => {
  let server: TestServer;
  let phone: Phone;
  const addresses = new Map<string, string>();

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    server = await aServer();
    phone = await openPhone({ baseURL: server.address });
    await phone.context.addInitScript({ content: "delete window.ontouchstart;" });
    await signIn(phone.page, "lead");
    const first = async (database: string, kind: string) => {
      const { rows } = await server.couch<{ rows: readonly Row[] }>(
        `${database}/_all_docs?startkey="${kind}:"&endkey="${kind}:~"&limit=1`,
      );
      return rows[0]?.id.split(":")[1] ?? "";
    };
    await phone.page.goto("/settings");
    await phone.page.selectOption("#site", "przemysl");
    const [person, group, stay, trip] = await Promise.all(
      ["person", "group", "stay", "trip"].map((kind) => first("site-przemysl", kind)),
    );
    await makeFieldConflict(server, "site-przemysl", `person:${person}`, "originSettlement", ["Харків", "Суми"]);
    await makeFieldConflict(server, "site-przemysl", `stay:${stay}`, "keyNo", ["12", "14"]);
    const { roomId } = await server.couch<{ roomId: string }>(`site-przemysl/stay:${stay}`);
    const room = roomId.split(":")[1];
    for (const [name, address] of Object.entries({
      arrivals: "/arrivals",
      register: "/arrivals/register/0000000000000000000000000x",
      group: `/arrivals/group/${group}`,
      person: `/arrivals/person/${person}`,
      edit: `/arrivals/person/${person}/edit`,
      roster: "/roster",
      room: `/roster/room/${room}`,
      "bed-for": `/roster/bed-for/${person}`,
      resident: `/roster/person/${person}`,
      "roll-call": "/roster/roll-call",
      transport: "/transport",
      "plan-trip": "/transport/plan",
      trip: `/transport/${trip}`,
      "add-passengers": `/transport/${trip}/add`,
      settings: "/settings",
      sync: "/sync",
      shift: "/sync/shift",
      "read-in": "/sync/read-in",
      record: `/sync/record/site-przemysl/person:${person}`,
      repair: `/sync/record/site-przemysl/person:${person}/repair`,
      conflicts: "/conflicts",
      unknown: "/nowhere",
    }))
      addresses.set(name, address);
  });

  afterAll(async () => {
    await phone?.throwAway();
    await server?.stop();
  });

  /** Goes to each screen without loading the page anew, and waits until it stands still. */
  const visitAll = async (theme: Theme, language: string, look: (name: string) => Promise<void>) => {
    await phone.page.evaluate((chosen) => localStorage.setItem("prystan.theme", chosen), theme);
    await phone.page.goto(`/?lang=${language}`);
    for (const [name, address] of addresses) {
      await phone.page.evaluate((to) => history.pushState(null, "", to), address);
      await phone.page.waitForSelector("main h1");
      await standingStill(phone.page);
      await look(name);
      // To be looked at.
      if (process.env.PICTURES) await phone.page.screenshot({ path: `${pictures}/${theme}-${language}-${name}.png` });
    }
  };

  test.each<[Theme, object]>([
    ["light", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }],
    ["night", { runOnly: { type: "rule", values: ["color-contrast"] } }],
  ])("axe finds nothing, and targets are at least 56 pixels high: %s theme", async (theme, rules) => {
    const found: string[] = [];
    await visitAll(theme, "uk", async (name) => {
      // As tall as the page: a row half under the bar at the bottom would count as a small target.
      const height = await phone.page.evaluate(() => document.documentElement.scrollHeight);
      await phone.page.setViewportSize({ width: 360, height: height + 200 });
      await phone.page.evaluate(axe);
      const { violations } = await phone.page.evaluate(
        (options) =>
          (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } }).axe.run(
            options,
          ),
        rules,
      );
      found.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 160)}`));
      await phone.page.setViewportSize({ width: 360, height: 740 });
      found.push(...(await phone.page.evaluate(smallTargets)).map((target) => `${name}: small ${target}`));
    });
    expect([...new Set(found)]).toEqual([]);
  });

  test.each(["uk", "pl", "en", "ru"])(
    "Nothing is wider than the phone, and no key shows instead of a word: %s",
    async (language) => {
      const found: string[] = [];
      await visitAll("light", language, async (name) => {
        const { width, text } = await phone.page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          text: document.body.textContent,
        }));
        if (width > 360) found.push(`${name} is ${width} wide`);
        for (const [key] of text.matchAll(
          /\b(app|ui|attention|intake|roster|transport|settings|person|codes|errors)\.[a-zA-Z.]+\b/g,
        ))
          found.push(`${name} shows ${key}`);
      });
      expect(found).toEqual([]);
    },
  );
});

const smallTargets = (): readonly string[] =>
  [
    ...document.querySelectorAll<HTMLElement>(
      "main button, main a, nav a, main input:not([type=radio]):not([type=checkbox])",
    ),
  ]
    .filter((element) => element.offsetParent !== null && !element.closest("p, .p-page__back, .p-page__head"))
    .filter((element) => element.getBoundingClientRect().height < 55.5)
    .map((element) => element.outerHTML.slice(0, 100));
