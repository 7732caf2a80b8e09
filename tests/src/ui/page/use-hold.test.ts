import { expect, test } from "vitest";
import { heldAfter, holdFor } from "../../../../src/ui/page/use-hold.ts";

test("A page that stood still for a minute has not seen the lock being held for a minute", () => {
  expect(heldAfter(0, 60_000)).toBeLessThan(holdFor / 10);
});

test("Sixty looks a second count as they come, and a clock that goes back counts nothing", () => {
  const frames = Array.from({ length: 60 }, () => 1_000 / 60);
  expect(frames.reduce(heldAfter, 0)).toBeCloseTo(1_000);
  expect(heldAfter(500, -3_000)).toBe(500);
});
