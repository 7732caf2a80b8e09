import { refuse } from "../refuse.ts";

/** Lets only so many pieces of work run at once; the others wait in order, and are refused (503) where too many wait. */
export type ConcurrencyLimit = <T>(work: () => Promise<T>) => Promise<T>;

export const openConcurrencyLimit = (width: number, mostWaiting: number): ConcurrencyLimit => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= width && waiting.length >= mostWaiting)
      return refuse(503, "service unavailable", "Too many passwords are being checked.", { "retry-after": "10" });
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
};
