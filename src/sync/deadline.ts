/** A signal that ends with another one, or in time. */
export type Deadline = { readonly signal: AbortSignal; clear(): void };

/** Made by hand because `AbortSignal.any` is missing in Safari before 17.4, and a phone that cannot sync is a phone that loses data. */
export const deadlineOf = (milliseconds: number, others: readonly (AbortSignal | undefined)[]): Deadline => {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new DOMException("no answer in time", "TimeoutError")), milliseconds);
  const end = () => ending.abort();
  for (const other of others) {
    if (other?.aborted) end();
    other?.addEventListener("abort", end);
  }
  return {
    signal: ending.signal,
    clear: () => {
      clearTimeout(timer);
      for (const other of others) other?.removeEventListener("abort", end);
    },
  };
};
