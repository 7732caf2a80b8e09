import fc from "fast-check";
import { expect, test } from "vitest";
import { ageBandOf, ageRange, ageRangeOf, isPossiblyChild } from "../../../../src/domain/dates/age.ts";
import vectors from "../test-vectors.json";

const on = "2026-11-23";

test.each(vectors["ageRange@2026-11-23"])("Born %s: %j", (born, range) => {
  const { min, max } = ageRange(String(born), on);
  expect([min, max]).toEqual(range);
});

test("Whoever was born on 29 February turns on 1 March", () => {
  expect(ageRange("2008-02-29", "2026-02-28").max).toBe(17);
  expect(ageRange("2008-02-29", "2026-03-01").min).toBe(18);
});

test("A month ends on its last day", () => {
  expect(ageRange("2008-11", "2026-11-29")).toEqual({ min: 17, max: 18 });
  expect(ageRange("2008-02", "2026-02-28")).toEqual({ min: 17, max: 18 });
});

test("Somebody who may be 17 is treated as a child", () => {
  expect(isPossiblyChild(ageRange("2008", on))).toBe(true);
  expect(isPossiblyChild(ageRange("2007", on))).toBe(false);
});

test("A stated age grows, by a birthday that may have been on any day", () => {
  const birth = { precision: "age", age: 17, asOf: "2026-09-25" } as const;
  expect(ageRangeOf(birth, "2026-09-25")).toEqual({ min: 17, max: 17 });
  expect(ageRangeOf(birth, on)).toEqual({ min: 17, max: 18 });
  expect(ageRangeOf(birth, "2027-09-25")).toEqual({ min: 18, max: 18 });
});

test("A band is its ends; nothing known is no age", () => {
  expect(ageRangeOf({ precision: "band", band: "12_17" }, on)).toEqual({ min: 12, max: 17 });
  expect(ageRangeOf({ precision: "unknown" }, on)).toBeUndefined();
  expect(ageRangeOf(undefined, on)).toBeUndefined();
});

test("A band that somebody counted holds where the age may lie in it", () => {
  expect(ageBandOf({ min: 15, max: 21 }, "12_17")).toEqual({ band: "12_17", estimated: true });
  expect(ageBandOf({ min: 15, max: 21 }, "18_59")).toEqual({ band: "18_59", estimated: true });
  expect(ageBandOf({ min: 19, max: 21 }, "12_17")).toEqual({ band: "18_59", estimated: false });
  expect(ageBandOf({ min: 15, max: 21 }, "unknown").band).toBe("18_59");
});

test("The midpoint decides the band, and an age across two bands is an estimate", () => {
  expect(ageBandOf({ min: 16, max: 17 })).toEqual({ band: "12_17", estimated: false });
  expect(ageBandOf({ min: 17, max: 18 })).toEqual({ band: "12_17", estimated: true });
  expect(ageBandOf({ min: 59, max: 61 })).toEqual({ band: "60_plus", estimated: true });
  expect(ageBandOf(undefined)).toEqual({ band: "unknown", estimated: false });
});

const day = fc
  .date({ min: new Date("1910-01-01"), max: new Date("2026-11-23"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("The less is known of a date, the wider the range, and it always holds the truth", () => {
  fc.assert(
    fc.property(day, (born) => {
      const exact = ageRange(born, on);
      expect(exact.min).toBe(exact.max);
      for (const part of [born.slice(0, 7), born.slice(0, 4)]) {
        const range = ageRange(part, on);
        expect(range.min).toBeLessThanOrEqual(exact.min);
        expect(range.max).toBeGreaterThanOrEqual(exact.max);
        expect(range.max - range.min).toBeLessThanOrEqual(1);
      }
    }),
  );
});
