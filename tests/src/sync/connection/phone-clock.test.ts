import { expect, test } from "vitest";
import { type ClockSample, openPhoneClock, skewSince } from "../../../../src/sync/connection/phone-clock.ts";

const now = Date.UTC(2026, 10, 24, 8);
const minute = 60_000;
const day = 86_400_000;
const year = 365 * day;

const aClock = (wrongBy: number, kept?: ClockSample) => {
  const phone = { wrongBy, passed: 0, read: () => now + phone.passed + phone.wrongBy };
  const skews: number[] = [];
  const saved: ClockSample[] = [];
  const clock = openPhoneClock({
    phone: phone.read,
    kept,
    keep: (contact) => saved.push(contact),
    onSkew: (skew) => skews.push(skew),
  });
  const meet = (took = 200) => {
    const date = new Date(now + phone.passed).toUTCString();
    clock.heard({ date, asked: phone.read() - took / 2, answered: phone.read() + took / 2 });
  };
  return { clock, phone, skews, saved, meet };
};

test("A clock that is right within two minutes is left alone, and nothing is said", () => {
  const { clock, skews, meet } = aClock(119_000);
  meet();
  expect(clock.now()).toBe(now + 119_000);
  expect(skews).toEqual([]);
});

test.each([-56 * year, -day, -5 * minute, 5 * minute, year])(
  "Wrong by %i ms: one answer puts the time right and says so",
  (wrong) => {
    const { clock, skews, meet } = aClock(wrong);
    meet();
    expect(Math.abs(clock.now() - now)).toBeLessThan(1_000);
    expect(Math.abs((skews[0] ?? 0) - wrong)).toBeLessThan(1_000);
  },
);

test("Set right while the app is open: the next answer ends it", () => {
  const { clock, phone, skews, meet } = aClock(-day);
  meet();
  phone.wrongBy = 0;
  phone.passed = 30_000;
  meet();
  expect(clock.now()).toBe(now + 30_000);
  expect(skews.at(-1)).toBe(0);
});

test("A flat battery, no network: the clock stands in 1970, the app at the last time it knows of", () => {
  const { clock, skews } = aClock(-56 * year, { phone: now - day, server: now - day });
  expect(clock.now()).toBe(now - day);
  expect(skews).toHaveLength(1);
});

test.each([
  ["a year ahead at the last contact and still so", now + year, now - day + year, year],
  ["a year ahead at the last contact, set right since", now, now - day + year, 0],
  ["an hour behind at the last contact and still so", now - 60 * minute, now - 90 * minute, -60 * minute],
  ["in 1970 at the last contact, set right since", now, now - 56 * year, 0],
])("After a new start: %s", (_, phone, before, skew) => {
  const server = skew < 0 ? before - skew : now - day;
  expect(skewSince({ phone: before, server }, phone, false)).toBe(skew);
});

test("An answer that took too long, came before it was asked for, or has no date, says nothing about the clock", () => {
  const { clock, meet } = aClock(year);
  meet(5 * minute);
  meet(-minute);
  clock.heard({ date: null, asked: 0, answered: 1 });
  expect(clock.skew()).toBe(0);
});

test("The last contact is kept for the next start, not more than once a minute", () => {
  const { phone, saved, meet } = aClock(0);
  for (let passed = 0; passed <= 2 * minute; passed += 10_000) {
    phone.passed = passed;
    meet();
  }
  expect(saved).toHaveLength(3);
});

test("An answer that took an odd number of milliseconds leaves the time a whole number: ids are made of it", () => {
  const { clock, phone } = aClock(year);
  clock.heard({ date: new Date(now).toUTCString(), asked: phone.read() - 7, answered: phone.read() });
  expect(clock.skew()).not.toBe(0);
  expect(Number.isInteger(clock.now())).toBe(true);
});
