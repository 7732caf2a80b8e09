import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type TabMessage, waitingTurn } from "../../../../src/app/workspace/waiting-turn.ts";

let stoodStill = 0;
let said: TabMessage[];
const aTurn = () => waitingTurn((message) => said.push(message));

beforeEach(() => {
  vi.useFakeTimers();
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + stoodStill);
  [said, stoodStill] = [[], 0];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("Who does not answer is asked four times in two seconds, and passed over then", () => {
  const turn = aTurn();
  turn.begin();
  vi.advanceTimersByTime(1_999);
  expect(said).toHaveLength(4);
  expect(turn.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(turn.signal.aborted).toBe(true);
});

test("Each tab that gets the lock meanwhile has as long, and is asked by its name; one that says so again has not", () => {
  const turn = aTurn();
  turn.begin();
  for (const holder of ["a", "b"]) {
    vi.advanceTimersByTime(1_500);
    turn.hear({ holder });
    expect(said.at(-1)).toEqual({ wanted: holder });
  }
  vi.advanceTimersByTime(1_000);
  turn.hear({ holder: "b" });
  expect(turn.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1_500);
  expect(turn.signal.aborted).toBe(true);
  expect(turn.hasCompany()).toBe(false);
  turn.hear({ wanted: undefined });
  expect(turn.hasCompany()).toBe(true);
});

test("A tab that stood still itself asks anew, for it did not hear what was answered", () => {
  const turn = aTurn();
  turn.begin();
  vi.advanceTimersByTime(1_900);
  stoodStill = 3_600_000;
  vi.advanceTimersByTime(1_900);
  expect(turn.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(turn.signal.aborted).toBe(true);
});
