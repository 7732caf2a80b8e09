/** What two clocks of a phone say (ms): the date, and one that is steady. */
export type Clocks = { readonly date: number; readonly steady: number };

export const clocksNow = (): Clocks => ({ date: Date.now(), steady: performance.now() });

/** Milliseconds since it was started. */
export type Stopwatch = () => number;

/**
 * Counts what either clock says has passed, and takes nothing back: some phones stop the steady clock while they sleep, and the date can be
 * set back by whoever holds the phone.
 */
export const startStopwatch = (began: Clocks, clocks: () => Clocks = clocksNow): Stopwatch => {
  let last = began;
  let passed = 0;
  return () => {
    const now = clocks();
    passed += Math.max(now.date - last.date, now.steady - last.steady, 0);
    last = now;
    return passed;
  };
};
