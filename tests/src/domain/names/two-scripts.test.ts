import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName } from "../../../../src/domain/names/clean-name.ts";
import { isMixedScript, oneScriptForm } from "../../../../src/domain/names/mixed-script.ts";
import { inBothScripts } from "../../../../src/domain/names/two-scripts.ts";
import { seedOfTheDay } from "../../../support/runs/seed-of-the-day.ts";

test.each([
  ["Ковальчук Kovalchuk", "Ковальчук", "Kovalchuk"],
  ["Ковальчук / Kovalchuk", "Ковальчук", "Kovalchuk"],
  ["Kovalchuk (Ковальчук)", "Ковальчук", "Kovalchuk"],
  ["Анна Марія, Anna Mariia", "Анна Марія", "Anna Mariia"],
  ["Мар’яна Mar'iana", "Мар’яна", "Mar'iana"],
  ["Нечуй-Левицький Nechui-Levytskyi", "Нечуй-Левицький", "Nechui-Levytskyi"],
])("%s is %s and in Latin letters %s", (text, name, latin) => {
  expect(inBothScripts(text)).toEqual({ name, latin });
});

test.each([
  "Ковальчук",
  "Kovalchuk",
  "Ковальчук Kovalchuk Марія",
  "Іvan Ivan Іван",
  "Ковальчук 5 Kovalchuk",
  "",
  "ابن Ivan Іван",
])("%s cannot be parted", (text) => {
  expect(inBothScripts(text)).toBeUndefined();
});

const pieces = ["Іван", "Ivan", "І", "I", "а", "a", "щ", "w", "ʼ", "'", " ", " ", "/", "-", "(", ")", "🙂", "ń", "є"];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join("")) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: "binary" }) },
);
const seed = seedOfTheDay();
const lettersOf = (some: string) =>
  [...some]
    .filter((letter) => /[\p{L}\p{M}]/u.test(letter))
    .sort()
    .join("");

test(`Ten thousand names: nothing breaks, what is offered is as long and in one alphabet, and parting loses no letter (seed ${seed})`, () => {
  let offers = 0;
  fc.assert(
    fc.property(text, (typed) => {
      const { name } = cleanName(typed);
      const again = cleanName(name);
      const isClean = again.name === name && again.removed.length === 0;
      const offered = oneScriptForm(typed);
      if (offered !== undefined) offers += 1;
      const isOffer = offered === undefined || (offered.length === typed.length && !isMixedScript(offered));
      const both = inBothScripts(typed);
      return isClean && isOffer && (!both || lettersOf(both.name + both.latin) === lettersOf(typed));
    }),
    { seed, numRuns: 10_000 },
  );
  expect(offers).toBeGreaterThan(300);
});
