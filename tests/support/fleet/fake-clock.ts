import type { Timers } from "../../../src/sync/schedule/waker.ts";

/** Timers that run when the test says so. */
export type FakeClock = Timers & {
  /** Runs every timer that is due within so many milliseconds, in order. */
  advance(milliseconds: number): void;
  /** How long each timer still has to wait. */
  pending(): readonly number[];
};

export const openFakeClock = (): FakeClock => {
  const timers = new Map<number, { readonly at: number; readonly call: () => void }>();
  let [now, last] = [0, 0];
  const next = (until: number) =>
    [...timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
  return {
    setTimeout: (call, milliseconds) => {
      last += 1;
      timers.set(last, { at: now + milliseconds, call });
      return last;
    },
    clearTimeout: (timer) => void timers.delete(timer),
    advance: (milliseconds) => {
      const until = now + milliseconds;
      for (let due = next(until); due; due = next(until)) {
        const [id, { at, call }] = due;
        timers.delete(id);
        now = Math.max(now, at);
        call();
      }
      now = until;
    },
    pending: () => [...timers.values()].map(({ at }) => at - now),
  };
};
