import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { scale } from "../support/runs/scale.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

type Finding = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

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
    await phone.page.goto("/settings");
    await phone.page.selectOption("#site", "przemysl");
    for (const [name, address] of Object.entries(await everyScreen(server))) addresses.set(name, address);
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

  // By night only the colours are others, and the gallery holds those of each part (tests/src/ui/accessibility.test.ts).
  const themes = scale<readonly [Theme, object][]>({
    test: [["light", everything]],
    soak: [
      ["light", everything],
      ["night", { runOnly: { type: "rule", values: ["color-contrast"] } }],
    ],
  });

  test.each(themes)(
    "axe finds nothing, targets are at least 44 pixels high, rows and main buttons 56, nothing is wider than the phone: %s theme",
    async (theme, rules) => {
      const found: string[] = [];
      await visitAll(theme, "uk", async (name) => {
        found.push(...(await misfits(name)));
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
    },
  );

  // Polish has the longest words; Ukrainian is looked at above.
  test.each(scale({ test: ["pl"], soak: ["pl", "en", "ru"] }))(
    "Nothing is wider than the phone, and no key shows instead of a word: %s",
    async (language) => {
      const found: string[] = [];
      await visitAll("light", language, async (name) => {
        found.push(...(await misfits(name)));
      });
      expect(found).toEqual([]);
    },
  );

  /** What is wider than the phone, and keys that show instead of words. */
  const misfits = async (name: string): Promise<readonly string[]> => {
    const { width, text } = await phone.page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      text: document.body.textContent,
    }));
    const keys = text.matchAll(
      /\b(app|ui|attention|intake|laptop|lead|pin|roster|transport|settings|person|codes|errors)\.[a-zA-Z.]+\b/g,
    );
    return [
      ...(width > 360 ? [`${name} is ${width} wide`] : []),
      ...Array.from(keys, ([key]) => `${name} shows ${key}`),
    ];
  };
});

const everything = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

const smallTargets = (): readonly string[] => {
  const leastHeightOf = (element: Element) =>
    element.matches(".p-row__target, [data-look=primary], [data-look=danger]") ? 55.5 : 43.5;
  return [
    ...document.querySelectorAll<HTMLElement>(
      "header button, header a, main button, main a, nav a, main input:not([type=radio]):not([type=checkbox])",
    ),
  ]
    .filter((element) => element.offsetParent !== null && !element.closest("p"))
    .filter((element) => element.getBoundingClientRect().height < leastHeightOf(element))
    .map((element) => element.outerHTML.slice(0, 100));
};
