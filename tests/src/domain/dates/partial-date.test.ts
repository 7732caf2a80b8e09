import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBirthDate } from "../../../../src/domain/dates/birth-date.ts";
import { parsePartialDate, precisionOf } from "../../../../src/domain/dates/partial-date.ts";

const on = "2026-11-23";
const errorOf = (text: string) => {
  const date = parseBirthDate(text, on);
  return date.ok ? undefined : date.error.type;
};

test.each(["1985", "1985-07", "1985-07-12", "2024-02-29", "2000-02-29"])("%s is a date", (text) => {
  expect(parsePartialDate(text)).toEqual({ ok: true, value: text });
});

test.each([
  ["2023-02-29", "ImpossibleDate"],
  ["1900-02-29", "ImpossibleDate"],
  ["1985-13", "ImpossibleDate"],
  ["1985-00", "ImpossibleDate"],
  ["1985-04-31", "ImpossibleDate"],
  ["0000", "ImpossibleDate"],
  ["12.07.1985", "NotADate"],
  ["85", "NotADate"],
  ["", "NotADate"],
  ["2026-11-24", "BirthDateInFuture"],
  ["2026-12", "BirthDateInFuture"],
  ["2027", "BirthDateInFuture"],
  ["1905-11-23", "OlderThan120"],
  ["1904", "OlderThan120"],
])("%s: %s", (text, type) => {
  expect(errorOf(text)).toBe(type);
});

test.each(["2026", "2026-11", "2026-11-23", "1905-11-24", "1905"])("%s may be a birth date today", (text) => {
  expect(errorOf(text)).toBeUndefined();
});

test("Every day of the calendar is a date, and no other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      const real = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
      expect(parsePartialDate(text).ok).toBe(exists);
    }),
  );
});

test("A date says how much of it is known", () => {
  expect(["1985", "1985-07", "1985-07-12"].map(precisionOf)).toEqual(["year", "month", "day"]);
});
