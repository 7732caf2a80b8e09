import { expect, test } from "vitest";
import { addDays } from "../../../../src/domain/dates/add-days.ts";
import { isRealDay, isRealInstant } from "../../../../src/domain/dates/real-moments.ts";

test.each([
  ["2026-11-29", true],
  ["2024-02-29", true],
  ["1900-01-01", true],
  ["2199-12-31", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-11-31", false],
  ["0026-11-29", false],
  ["9999-12-31", false],
  ["2026-11-29T00:00:00Z", false],
  ["29.11.2026", false],
])("The day %s exists: %s", (day, exists) => expect(isRealDay(day)).toBe(exists));

test.each([
  ["2026-11-29T08:00:00.000Z", true],
  ["2026-11-29T23:59:59Z", true],
  ["2026-11-29T24:00:00Z", false],
  ["2026-11-29T08:60:00Z", false],
  ["2026-11-29T08:00:60Z", false],
  ["2026-02-30T08:00:00.000Z", false],
  ["9999-99-99T99:99:99Z", false],
  ["2026-11-29T08:00:00+01:00", false],
  ["2026-11-29", false],
  ["yesterday", false],
])("The instant %s exists: %s", (instant, exists) => expect(isRealInstant(instant)).toBe(exists));

test.each([
  ["2026-11-29", 3, "2026-12-02"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-01-01", 365, "2027-01-01"],
  ["2026-13-01", 30, "2026-13-01"],
  ["never", 30, "never"],
])("%s and %d days is %s", (day, days, end) => expect(addDays(day, days)).toBe(end));
