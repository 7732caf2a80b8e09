/** Milliseconds since it was started. */
export type Stopwatch = () => number;

/**
 * Counts what either clock says has passed, and takes nothing back: some phones stop the steady clock while they sleep, and the other one
 * can be set back by whoever holds the phone.
 */
export const startStopwatch = (date: () => number = Date.now, steady = () => performance.now()): Stopwatch => {
  let last = [date(), steady()] as const;
  let passed = 0;
  return () => {
    const now = [date(), steady()] as const;
    passed += Math.max(now[0] - last[0], now[1] - last[1], 0);
    last = now;
    return passed;
  };
};
