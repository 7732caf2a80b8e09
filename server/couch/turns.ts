/** Long work in turns on the one thread: after a slice it waits until everybody else was answered. */
export type Turn = {
  /** Whether the slice is over. */
  readonly isDue: () => boolean;
  /** Resolves when it is this request's turn again. */
  readonly take: () => Promise<void>;
};

/** Milliseconds of work between two turns. */
const SLICE_MS = 10;

/** Hands out turns in order, one in each pass of the event loop: ten long requests delay others no longer than one. */
export const openTurns = (sliceMs = SLICE_MS): (() => Turn) => {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
  return () => {
    let until = performance.now() + sliceMs;
    return {
      isDue: () => performance.now() >= until,
      take: async () => {
        await wait();
        until = performance.now() + sliceMs;
      },
    };
  };
};
