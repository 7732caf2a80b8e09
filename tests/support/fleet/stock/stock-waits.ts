import type { FakeClock } from "../fake-clock.ts";
import type { Network } from "../network.ts";

/** So many turns in which nothing is on its way mean that all waits; after so many in all nobody waits any longer. */
const stillTurns = 12;
const mostTurns = 3_000;

/** Resolves once nothing goes on, or nothing ever will. */
export const settle = async (isBusy: () => boolean, network: Network): Promise<void> => {
  let still = 0;
  for (let turns = 0; still < stillTurns && turns < mostTurns && !network.hangs; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    still = isBusy() ? 0 : still + 1;
  }
};

/** Knows whether an answer is on its way. Waiting for news does not count. */
export const watchCalls = (call: typeof fetch) => {
  let underWay = 0;
  const watched: typeof fetch = async (input, init) => {
    if (String(input).includes("feed=longpoll")) return call(input, init);
    underWay += 1;
    try {
      return await call(input, init);
    } finally {
      underWay -= 1;
    }
  };
  return { fetch: watched, underWay: () => underWay };
};

/** RxDB's pauses after a failure, on the phone's clock. A browser that is online again ends them all. */
export const openRetries = (clock: FakeClock) => {
  const waiting = new Set<() => void>();
  return {
    wait: (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const end = () => {
          clock.clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = clock.setTimeout(end, milliseconds);
        waiting.add(end);
      }),
    waiting: () => waiting.size,
    end: () => {
      for (const end of [...waiting]) end();
    },
  };
};
