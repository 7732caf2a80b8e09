import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atRest } from "../../../src/live/use-live-at-rest.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("Many calls at once are one piece of work, once they have stopped", () => {
  const work = vi.fn();
  const { call } = atRest(work);
  for (let times = 0; times < 20; times++) call();
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(1);
});

test("Calls that never stop are worked on all the same", () => {
  const work = vi.fn();
  const { call } = atRest(work);
  for (let second = 0; second < 25; second++) {
    call();
    vi.advanceTimersByTime(1_000);
  }
  expect(work).toHaveBeenCalledTimes(2);
});

test("After a cancel nothing is done", () => {
  const work = vi.fn();
  const { call, cancel } = atRest(work);
  call();
  cancel();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
});
