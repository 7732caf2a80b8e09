import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eachMinute } from "../../../src/live/each-minute.ts";

const minutes = (number: number) => vi.advanceTimersByTime(number * 60_000);

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("An open page looks once a minute until it is left", () => {
  const look = vi.fn();
  const page = new Page();
  const end = eachMinute(look, page);
  minutes(3);
  expect(look).toHaveBeenCalledTimes(3);
  end();
  minutes(3);
  page.turn("visible");
  expect(look).toHaveBeenCalledTimes(3);
  expect(vi.getTimerCount()).toBe(0);
});

test("A hidden page has no timer; seen again it looks at once and goes on", () => {
  const look = vi.fn();
  const page = new Page();
  const end = eachMinute(look, page);
  page.turn("hidden");
  expect(vi.getTimerCount()).toBe(0);
  minutes(90);
  expect(look).not.toHaveBeenCalled();
  page.turn("visible");
  expect(look).toHaveBeenCalledTimes(1);
  minutes(1);
  expect(look).toHaveBeenCalledTimes(2);
  end();
});
