import fc from "fast-check";
import { expect, test } from "vitest";
import { ageText, readAge } from "../../../../src/domain/dates/read-age.ts";

const today = "2026-11-28";
const age = (years: number) => ({ precision: "age", age: years, asOf: today });
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
  "біля 60",
  "~60",
  "60?",
  "60-65",
  "10-12",
  "-5",
  "+5",
  "5 котів",
  "сім",
  "34 35 36 37",
  "12 бла 1990",
  "31.02.1990x",
  "...",
  "2 міс 3 міс",
])("%s is not taken for something else", (typed) => {
  expect(readAge(typed, today)).toEqual({ ok: false, error: { type: "AgeNotUnderstood" } });
});

test("An age above 120 and a day to come are said", () => {
  expect(readAge("121", today)).toEqual({ ok: false, error: { type: "OlderThan120" } });
  expect(readAge("130 років", today)).toEqual({ ok: false, error: { type: "OlderThan120" } });
  expect(readAge("29.11.2026", today)).toEqual({ ok: false, error: { type: "BirthDateInFuture" } });
});

test("Ten thousand texts: none breaks it, and what is understood is understood the same when it is shown and typed again", () => {
  const piece = fc.constantFrom(
    "34",
    "1985",
    "12",
    "07",
    ".",
    ",",
    "-",
    "/",
    " ",
    "р",
    "міс",
    "lata",
    "липня",
    "г.",
    "~",
    "x",
    "0",
    "🙂",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join("")),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const read = readAge(typed, today);
      if (read.ok && read.value) expect(readAge(ageText(read.value), today)).toEqual(read);
    }),
    { numRuns: 10_000 },
  );
});
