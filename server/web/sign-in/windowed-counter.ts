/** Counts per key within a window that begins with the first count. Keeps the newest keys only, so that the memory cannot be filled. */
export type WindowedCounter = {
  readonly count: (key: string) => number;
  readonly add: (key: string) => number;
  readonly clear: (matches: (key: string) => boolean) => void;
};

const mostKeys = 20_000;

export const openWindowedCounter = (windowMs: number, now: () => number): WindowedCounter => {
  const entries = new Map<string, { count: number; readonly until: number }>();
  const current = (key: string) => {
    const entry = entries.get(key);
    if (entry && entry.until > now()) return entry;
    entries.delete(key);
    return undefined;
  };
  return {
    count: (key) => current(key)?.count ?? 0,
    add: (key) => {
      const entry = current(key) ?? { count: 0, until: now() + windowMs };
      entry.count += 1;
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > mostKeys && oldest !== undefined) entries.delete(oldest);
      return entry.count;
    },
    clear: (matches) => {
      for (const key of entries.keys()) if (matches(key)) entries.delete(key);
    },
  };
};
