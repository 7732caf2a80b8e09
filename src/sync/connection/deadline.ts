/** A signal that ends with another one, or when nothing was heard for too long. */
export type Deadline = {
  readonly signal: AbortSignal;
  /** Something was heard: the time begins anew. */
  renew(): void;
  clear(): void;
};

/** Made by hand because `AbortSignal.any` is missing in Safari before 17.4, and a phone that cannot sync is a phone that loses data. */
export const deadlineOf = (
  { first, silence }: { readonly first: number; readonly silence: number },
  others: readonly (AbortSignal | undefined)[],
): Deadline => {
  const ending = new AbortController();
  const giveUp = () => ending.abort(new DOMException("no answer in time", "TimeoutError"));
  let timer = setTimeout(giveUp, first);
  const end = () => ending.abort();
  for (const other of others) {
    if (other?.aborted) end();
    other?.addEventListener("abort", end);
  }
  return {
    signal: ending.signal,
    renew: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silence);
    },
    clear: () => {
      clearTimeout(timer);
      for (const other of others) other?.removeEventListener("abort", end);
    },
  };
};
