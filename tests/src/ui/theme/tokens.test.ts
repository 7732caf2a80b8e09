import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const tokens = readFileSync(new URL("../../../../src/ui/theme/tokens.css", import.meta.url), "utf8");
const [light = "", night = ""] = tokens.split(':root[data-theme="night"]');

const coloursOf = (theme: string): Map<string, [number, number, number]> =>
  new Map(
    [...theme.matchAll(/(--p-[\w-]+): #(\w\w)(\w\w)(\w\w);/g)].map(([, name = "", ...parts]) => {
      const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
      return [name, [red, green, blue]];
    }),
  );

/** Clearly more red than anything else, and bright enough to be seen. */
const isRed = ([, [red, green, blue]]: [string, [number, number, number]]): boolean =>
  red > 80 && red - blue > 40 && green < red * 0.6;

test("The night theme has no red: where red leads, green is not far behind", () => {
  const reds = [...coloursOf(night)].filter(isRed);
  expect(reds).toEqual([]);
  expect([...coloursOf(light)].some(isRed)).toBe(true); // the rule sees the light theme’s
});

test("The night theme changes every colour that is not the same by intent", () => {
  const same = [...coloursOf(light).keys()].filter((name) => !coloursOf(night).has(name));
  expect(same).toEqual(["--p-lamp", "--p-focus-inner"]);
});
