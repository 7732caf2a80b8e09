/** Lets only so many pieces of work run at once; the others wait in order. */
export type ConcurrencyLimit = <T>(work: () => Promise<T>) => Promise<T>;

export const openConcurrencyLimit = (width: number): ConcurrencyLimit => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
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
