/** The timers sync waits with; a test brings its own. */
export type Timers = {
  readonly setTimeout: (call: () => void, milliseconds: number) => number;
  readonly clearTimeout: (timer: number) => void;
};

/** A wait that ends early, with `true`, on a call of `wake`. A call before the wait is not lost. */
export const openWaker = (clock: Timers) => {
  let called = false;
  let end: (() => void) | undefined;
  return {
    wake: (): void => {
      called = true;
      end?.();
    },
    wait: (milliseconds: number): Promise<boolean> =>
      new Promise((resolve) => {
        const finish = (woken: boolean) => {
          clock.clearTimeout(timer);
          end = undefined;
          called = false;
          resolve(woken);
        };
        const timer = clock.setTimeout(() => finish(false), milliseconds);
        end = () => finish(true);
        if (called) finish(true);
      }),
  };
};
