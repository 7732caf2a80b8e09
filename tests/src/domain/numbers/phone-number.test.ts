import fc from "fast-check";
import { expect, test } from "vitest";
import { isOfEitherCountry, parsePhoneNumber } from "../../../../src/domain/numbers/phone-number.ts";
import { otherFirst } from "../../../../src/domain/numbers/phone-remarks.ts";
import { canBeCalled, telHref } from "../../../../src/domain/numbers/tel-href.ts";
import { seedOfTheDay } from "../../../support/runs/seed-of-the-day.ts";

test.each([
  ["0501234567", "UA", "+380501234567"],
  ["+38(067)123 45 67", "PL", "+380671234567"],
  ["512345678", "PL", "+48512345678"],
  ["48512345678", "PL", "+48512345678"],
  ["0671234567", "PL", "+380671234567"],
  ["8-067-123-45-67", "UA", "+380671234567"],
  ["80671234567", "PL", "+380671234567"],
  ["380671234567", "PL", "+380671234567"],
  ["512 345 678", "UA", "+380512345678"],
] as const)("%s with the flag of %s is %s", (raw, country, e164) => {
  expect(parsePhoneNumber(raw, country)).toEqual({ raw, e164 });
});

test.each([
  ["500 000 012", undefined],
  ["512345678", undefined],
  ["0512345678", "+380512345678"],
  ["+48 500 000 012", "+48500000012"],
  ["48500000012", "+48500000012"],
  ["380671234567", "+380671234567"],
] as const)("%s, of which nobody said the country, is %s", (raw, e164) => {
  expect(parsePhoneNumber(raw)).toEqual(e164 ? { raw, e164 } : { raw });
  expect(isOfEitherCountry(raw)).toBe(e164 === undefined);
});

test.each([
  ["+48 500 000 012 / +48 500 000 034", "+48500000012"],
  ["0671234567, 0501234567", "+380671234567"],
  ["+380671234567 (мама) +380501234567", "+380671234567"],
  ["+48 22 123 45 67 wew. 12", "+48221234567"],
  ["+48500000012+48500000034", "+48500000012"],
  ["0671234567 внутр. 12", "+380671234567"],
  ["+48 22 123 45 67 (12)", "+48221234567"],
  ["+380671234567 Viber", "+380671234567"],
])("Of %s the first is dialled, and all of it is kept", (raw, e164) => {
  expect(parsePhoneNumber(raw)).toEqual({ raw, e164 });
  expect(telHref(raw)).toBe(`tel:${raw.startsWith("+") ? e164 : "0671234567"}`);
});

test.each([
  ["22 123 45 67 wew. 12", "221234567"],
  ["22 123 45 67, 12", "221234567"],
  ["500 000 012 ext 5", "500000012"],
  ["мама 500 000 012", "500000012"],
  ["1234567 wew. 12", "1234567"],
  ["500 мама 000 012", ""],
])("Of %s no extension is dialled: %s", (raw, dialled) => {
  expect(telHref(raw)).toBe(`tel:${dialled}`);
});

test.each([
  ["+48500000012", true],
  ["500 000 012", true],
  ["+49 30 123456", true],
  ["абвгд", false],
  ["123", false],
  ["112", false],
  ["116111", false],
  ["1".repeat(20), false],
  ["500 мама 000 012", false],
])("%s can be called: %s", (raw, isCalled) => {
  expect(canBeCalled(raw)).toBe(isCalled);
});

// Of the last one the library would make a number of Norfolk Island with a digit more.
test.each(["112", "116111", "050 000", "694 000 73", "not known", "", "0067220012"])(
  "%s keeps only its raw form",
  (raw) => {
    expect(parsePhoneNumber(raw)).toEqual({ raw });
  },
);

const pieces = [
  "+48",
  "380",
  "0",
  "8",
  "500",
  "067",
  "123",
  "45",
  "67",
  "000",
  "012",
  "22",
  "9",
  " ",
  " ",
  "-",
  "(",
  ")",
  "/",
  ",",
  "wew. 12",
  "мама",
  "+",
];
const text = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join("")) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: "binary" }) },
);
const seed = seedOfTheDay();
const isRearranged = (one: string, other: string) => [...one].sort().join("") === [...other].sort().join("");
const digitsOf = (number: string) => number.replace(/\D/g, "");

test(`Ten thousand texts: whatever is typed is kept, and every digit that is dialled stands in it, one behind the other (seed ${seed})`, () => {
  let numbers = 0;
  fc.assert(
    fc.property(text, fc.constantFrom(undefined, "PL", "UA"), (typed, country) => {
      const { raw, e164 } = parsePhoneNumber(typed, country);
      const stands = (number: string) => digitsOf(typed).includes(digitsOf(number));
      const isKept = raw === typed.trim() && stands(telHref(typed)) && isRearranged(otherFirst(typed), typed);
      if (!e164) return isKept;
      numbers += 1;
      // What stands in front may be the country's code.
      return isKept && [2, 3, 4].some((code) => stands(e164.slice(code)));
    }),
    { seed, numRuns: 10_000 },
  );
  expect(numbers).toBeGreaterThan(100);
});
