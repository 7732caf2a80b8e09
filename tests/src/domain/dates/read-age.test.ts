import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { ageRangeOf, isPossiblyChild } from "../../../../src/domain/dates/age.ts";
import { type Birth, birth as birthField } from "../../../../src/domain/dates/birth.ts";
import { ageText, readAge } from "../../../../src/domain/dates/read-age.ts";
import { seedOfTheDay } from "../../../support/runs/seed-of-the-day.ts";

const today = "2026-11-28";
const age = (years: number, upTo?: number) => ({ precision: "age", age: years, ...(upTo && { upTo }), asOf: today });
const born = (date: string) => ({ precision: ["", "year", "month", "day"][date.split("-").length], date });

test.each([
  ["34", age(34)],
  ["34р", age(34)],
  ["34 р.", age(34)],
  ["2 роки", age(2)],
  ["2р", age(2)],
  ["2 lata", age(2)],
  ["21 rok", age(21)],
  ["3 y.o.", age(3)],
  ["3 years old", age(3)],
  ["1 год", age(1)],
  ["5 міс", age(0)],
  ["6 mies.", age(0)],
  ["18 місяців", age(1)],
  ["3 тижні", age(0)],
  ["10 dni", age(0)],
  ["2 роки 3 міс", age(2)],
  ["2 роки і 3 місяці", age(2)],
  ["1,5 року", age(1)],
  ["1.5 roku", age(1)],
  ["2,5", age(2)],
  ["lat 40", age(40)],
  ["10-12", age(10, 12)],
  ["60–65 років", age(60, 65)],
  ["60-65 lat", age(60, 65)],
  ["60 до 65", age(60, 65)],
  ["60 to 65 years", age(60, 65)],
  ["5-6 міс", age(0)],
  ["10-14 mies.", age(0, 1)],
  ["біля 60", age(50, 70)],
  ["біля 60 років", age(50, 70)],
  ["Близько 60", age(50, 70)],
  ["років 60", age(50, 70)],
  ["десь 40", age(33, 47)],
  ["~60", age(50, 70)],
  ["≈ 60", age(50, 70)],
  ["60?", age(50, 70)],
  ["ok. 60", age(50, 70)],
  ["około 60 lat", age(50, 70)],
  ["mniej więcej 60", age(50, 70)],
  ["about 60", age(50, 70)],
  ["approx. 60", age(50, 70)],
  ["около 60", age(50, 70)],
  ["где-то 60", age(50, 70)],
  ["лет 60", age(50, 70)],
  ["біля 3", age(2, 4)],
  ["біля 1", age(0, 2)],
  ["~5 міс", age(0)],
  ["~11 міс", age(0, 1)],
  ["~110", age(91, 120)],
  ["60+", age(60, 120)],
  ["за 60", age(60, 120)],
  ["ponad 70", age(70, 120)],
  ["1985", born("1985")],
  ["1985 р.", born("1985")],
  ["1985 р.н.", born("1985")],
  ["ur. 1985", born("1985")],
  ["1985 г.р.", born("1985")],
  ["07.1985", born("1985-07")],
  ["липень 1985", born("1985-07")],
  ["12.07.1985", born("1985-07-12")],
  ["12,07,1985", born("1985-07-12")],
  ["12/7/85", born("1985-07-12")],
  ["1985-07-12", born("1985-07-12")],
  ["12 липня 1990", born("1990-07-12")],
  ["12 липня 1990 року", born("1990-07-12")],
  ["12 lipca 1990 r.", born("1990-07-12")],
  ["July 12, 1990", born("1990-07-12")],
  ["12 июля 1990 г.", born("1990-07-12")],
  ["3 червня 2019", born("2019-06-03")],
  ["3 maja 2019", born("2019-05-03")],
  ["3 мая 2019", born("2019-05-03")],
  ["3 marca 2019", born("2019-03-03")],
  ["3 listopada 2019", born("2019-11-03")],
])("%s is understood", (typed, birth) => {
  expect(readAge(typed, today)).toEqual({ ok: true, value: birth });
});

test.each([
  "-5",
  "+5",
  "5 котів",
  "сім",
  "34 35 36 37",
  "12 бла 1990",
  "31.02.1990x",
  "...",
  "2 міс 3 міс",
  "липня",
  "12 07 липня",
  "1985 12 липня",
  "липень липень 85",
  "05-12",
  "12-10",
  "12.10",
  "12 липня",
  "85 року",
  "85 roku",
  "18+",
  "за 40",
  "до 18",
  "біля 1985",
  "5²",
  "0.5.5",
  "1".repeat(41),
])("%s is not taken for something else", (typed) => {
  expect(readAge(typed, today)).toEqual({ ok: false, error: { type: "AgeNotUnderstood" } });
});

test("An age above 120 and a day to come are said", () => {
  expect(readAge("121", today)).toEqual({ ok: false, error: { type: "OlderThan120" } });
  expect(readAge("130 років", today)).toEqual({ ok: false, error: { type: "OlderThan120" } });
  expect(readAge("29.11.2026", today)).toEqual({ ok: false, error: { type: "BirthDateInFuture" } });
});

test("Whoever may be under 18 by an age that is only roughly known stays a possible minor, on the day and later, also in older apps", () => {
  for (const [typed, child] of [
    ["біля 16", true],
    ["біля 18", true],
    ["~20", true],
    ["біля 21", true],
    ["17-19", true],
    ["біля 22", false],
    ["18-20", false],
  ] as const) {
    const read = readAge(typed, today);
    const birth = read.ok ? read.value : undefined;
    const range = ageRangeOf(birth, today);
    expect([typed, range && isPossiblyChild(range)]).toEqual([typed, child]);
    // Apps from before know the youngest age alone.
    const { upTo: _upTo, ...asOlderAppsRead } = birth as Told<"age">;
    for (const day of [today, "2027-11-27"])
      expect(ageRangeOf(asOlderAppsRead, day)?.min).toBe(ageRangeOf(birth, day)?.min);
  }
});

test("A range of ages grows with the years, and is a sound value of the field", () => {
  const read = readAge("60-65", today);
  const birth = read.ok ? read.value : undefined;
  expect(ageRangeOf(birth, today)).toEqual({ min: 60, max: 65 });
  expect(ageRangeOf(birth, "2026-12-01")).toEqual({ min: 60, max: 66 });
  expect(ageRangeOf(birth, "2028-11-28")).toEqual({ min: 62, max: 67 });
  expect(v.is(birthField(), birth)).toBe(true);
  expect(v.is(birthField(), { precision: "age", age: 60, upTo: 121, asOf: today })).toBe(false);
});

const pieces = ["34", "1985", "12", "07", "60", "5", "121", "19", "3", "2", "0", ".", ",", "-", "–", "/", " ", " "];
const words = [
  "р",
  "міс",
  "lata",
  "липня",
  "г.",
  "роки",
  "біля ",
  "ok. ",
  "about ",
  "за ",
  "десь ",
  "до",
  "~",
  "?",
  "+",
  "x",
  "🙂",
];
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 7 }).map((some) => some.join("")),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: "binary" }) },
);
const seed = seedOfTheDay();

/** Of an age of years and months the years count, of "1,5" the full ones, of months their years. */
const holds = (
  { age: youngest, upTo = youngest }: Told<"age">,
  typed: string,
  [first = 0, ...others]: readonly number[],
) => {
  const areMonths = /^(?:[\d\s.,–-]|до)*міс/u.test(typed.replace(/^\D+/, ""));
  const isRange = /^\D*\d+\s*(?:[-–]|до)\s*\d+\s*(?:р|lata|роки|г\.)?\D*$/u.test(typed) && !/міс/.test(typed);
  const said = [areMonths ? Math.floor(first / 12) : first, ...(isRange ? others : [])];
  return said.every((number) => youngest <= number && number <= upTo);
};

const isOf = (birth: Birth, numbers: readonly number[]) => {
  const [year = "", , day] = ("date" in birth ? birth.date : "").split("-");
  const hasYear = numbers.includes(Number(year)) || numbers.includes(Number(year.slice(2)));
  return hasYear && (day === undefined || numbers.includes(Number(day)));
};
type Told<P extends Birth["precision"]> = Extract<Birth, { readonly precision: P }>;

test(`Ten thousand texts: what is understood holds the numbers that were typed, and is understood the same when it is shown and typed again (seed ${seed})`, () => {
  let understood = 0;
  fc.assert(
    fc.property(text, (typed) => {
      const read = readAge(typed, today);
      if (!read.ok || !read.value) return true;
      understood += 1;
      const birth = read.value;
      const isSaidAlike = JSON.stringify(readAge(ageText(birth), today)) === JSON.stringify(read);
      const numbers = (typed.match(/\d+/g) ?? []).map(Number);
      return isSaidAlike && (birth.precision === "age" ? holds(birth, typed, numbers) : isOf(birth, numbers));
    }),
    { seed, numRuns: 10_000 },
  );
  expect(understood).toBeGreaterThan(300);
});
