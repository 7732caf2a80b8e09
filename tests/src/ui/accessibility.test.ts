import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenGallery, openGallery } from "../../support/gallery/open-gallery.ts";

const states = [
  { scene: "form" },
  { scene: "error", press: "[data-test=main-action] button" },
  { scene: "list" },
  { scene: "list", press: ".p-list button >> nth=1" },
  { scene: "state" },
  { scene: "dialog", press: ".p-page__body button >> nth=0" },
  { scene: "dialog", press: ".p-page__body button >> nth=1" },
  { scene: "lock" },
  { scene: "picture" },
] as const;
type State = (typeof states)[number];

let gallery: OpenGallery;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

const enter = async (
  state: State,
  rest: { lang?: string; theme?: "light" | "night"; width?: number; height?: number },
): Promise<Page> => {
  const page = await gallery.visit({ scene: state.scene, ...rest });
  if ("press" in state) await page.locator(state.press).click();
  return page;
};

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** By night only the colours are others. */
const rulesIn = {
  light: { runOnly: everything, rules: { "color-contrast-enhanced": { enabled: true } } }, // 7:1, for sunlight
  night: { runOnly: { type: "rule", values: ["color-contrast", "color-contrast-enhanced"] } },
};

const violationsOf = async (page: Page, rules: object = rulesIn.light): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const { violations } = await axe.run(options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, rules);
};
type AxeResults = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { html: string }[] }[];
};

// Tall, so that no target lies half behind the bar.
describe.each(["light", "night"] as const)("In the %s theme", (theme) => {
  test.each(states)("axe finds nothing, and every target is large enough: $scene $press", async (state) => {
    const page = await enter(state, { theme, lang: "uk", height: 2600 });
    expect(await violationsOf(page, rulesIn[theme])).toEqual([]);
    expect(await smallTargetsOn(page)).toEqual([]);
    await page.close();
  });
});

/** At least 44 px, and 56 where it is a row or a main button. */
const smallTargetsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((element) => !element.matches(".p-skip-link"))
      .map((element) => element.closest("label.p-chip, label.p-switch") ?? element)
      .filter((element) => element.checkVisibility())
      .map((element) => ({
        html: element.outerHTML.slice(0, 120),
        box: element.getBoundingClientRect(),
        least: element.matches(".p-row__target, [data-look=primary], [data-look=danger]") ? 56 : 44,
      }))
      .filter(({ box, least }) => box.height < least || box.width < 44)
      .map(({ html, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`),
  );

test.each(["light", "night"] as const)(
  "On a laptop axe finds nothing in panes, tables and the sheet of keys: %s",
  async (theme) => {
    const page = await gallery.visit({ scene: "table", theme, lang: "uk", width: 1280, height: 800 });
    expect(await violationsOf(page, rulesIn[theme])).toEqual([]);
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    expect(await violationsOf(page, rulesIn[theme])).toEqual([]);
    await page.close();
  },
);

test("axe does find something where there is something", async () => {
  const page = await gallery.visit({ scene: "lock" });
  await page.evaluate(() => document.querySelector("label")?.remove());
  expect(await violationsOf(page)).not.toEqual([]);
  await page.close();
});

test.each(states)("Long words stay inside 320 px: $scene $press", async (state) => {
  const page = await enter(state, { lang: "en-XA", width: 320 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.close();
});

test("Text inputs are 16 px or more, so that no phone zooms into them", async () => {
  const page = await gallery.visit({ scene: "form" });
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll("input[inputmode], input[type=text], select, textarea")].map((input) =>
      Number.parseFloat(getComputedStyle(input).fontSize),
    ),
  );
  expect(sizes.length).toBeGreaterThan(5);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  await page.close();
});

test.each([
  ["our font", false],
  ["another font", true],
])("With text at twice the size in %s everything still stands inside 360 px", async (_, isFontMissing) => {
  const large = await openGallery({ textSize: 32, isFontMissing });
  for (const scene of ["form", "error", "list", "state", "lock"]) {
    const page = await large.visit({ scene, lang: "uk" });
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe("34px");
    expect([scene, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([scene, 360]);
    await page.close();
  }
  await large.close();
});
