import { expect, test } from "vitest";
import { startStopwatch } from "../../../../../src/app/access/soft-lock/stopwatch.ts";

const aWatch = () => {
  const clocks = { date: 1_000_000, steady: 0 };
  const passed = startStopwatch({ ...clocks }, () => ({ ...clocks }));
  return { clocks, passed };
};

test("A phone that slept, whose steady clock stood still, has let the time pass that its date says", () => {
  const { clocks, passed } = aWatch();
  clocks.date += 9_000;
  expect(passed()).toBe(9_000);
});

test("A date that is set back takes nothing back, and time goes on", () => {
  const { clocks, passed } = aWatch();
  clocks.date += 5_000;
  clocks.steady += 5_000;
  expect(passed()).toBe(5_000);
  clocks.date -= 100_000;
  clocks.steady += 1_000;
  expect(passed()).toBe(6_000);
  clocks.date += 2_000;
  clocks.steady += 2_000;
  expect(passed()).toBe(8_000);
});
