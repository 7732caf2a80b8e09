const MOST_FAILURES = 5;
const WINDOW_MS = 5 * 60_000;
const MOST_KEYS = 10_000;

/** Counts wrong passwords per account, address and salt: a new password starts anew. */
export type Lockout = {
  readonly isLocked: (key: string) => boolean;
  readonly fail: (key: string) => void;
};

export const openLockout = (now: () => number = Date.now): Lockout => {
  const failures = new Map<string, { count: number; until: number }>();
  const current = (key: string) => {
    const entry = failures.get(key);
    if (entry && entry.until > now()) return entry;
    failures.delete(key);
    return undefined;
  };
  return {
    isLocked: (key) => (current(key)?.count ?? 0) >= MOST_FAILURES,
    fail: (key) => {
      const entry = current(key) ?? { count: 0, until: now() + WINDOW_MS };
      entry.count++;
      failures.set(key, entry);
      const [oldest] = failures.keys();
      if (failures.size > MOST_KEYS && oldest !== undefined) failures.delete(oldest);
    },
  };
};
