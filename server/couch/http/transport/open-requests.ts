/** The requests that are being answered. */
export type Requests = {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves once none is under way. */
  readonly settled: () => Promise<void>;
};

export const openRequests = (): Requests => {
  const running = new Set<Promise<unknown>>();
  return {
    run: (work) => {
      const answered = work().finally(() => running.delete(answered));
      running.add(answered);
      return answered;
    },
    settled: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
};
