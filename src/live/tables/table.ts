/**
 * Values by key that follow what they are made of. Every read brings them up to date first, which costs as much as has changed since the last
 * one, whatever there is in all.
 */
export type Table<V> = {
  /** All of them, as they are now and later: another object whenever a value has changed, so that who holds one knows when to look again. */
  rows(): ReadonlyMap<string, V>;
  get(key: string): V | undefined;
  /** Puts into `changed` the key of each value that changes from now on, as long as somebody else holds the set. */
  tell(changed: Set<string>): void;
};

/** A table and what its maker writes to it with: `rows` as they are, `put` that takes the key out where there is no value. */
export type OpenTable<V> = {
  readonly table: Table<V>;
  readonly rows: ReadonlyMap<string, V>;
  put(key: string, value: V | undefined): void;
};

/** `refresh` runs before each read, with the key where only one is asked for. */
export const openTable = <V>(refresh: (key?: string) => void = () => {}): OpenTable<V> => {
  const rows = new Map<string, V>();
  // Weakly: a table that nobody holds any more goes, and with it what it wants to be told.
  const listeners = new Set<WeakRef<Set<string>>>();
  let shown: ReadonlyMap<string, V> | undefined;
  const table: Table<V> = {
    rows: () => {
      refresh();
      shown ??= handleOf(rows);
      return shown;
    },
    get: (key) => {
      refresh(key);
      return rows.get(key);
    },
    tell: (changed) => {
      listeners.add(new WeakRef(changed));
    },
  };
  const put = (key: string, value: V | undefined) => {
    if (Object.is(rows.get(key), value)) return;
    if (value === undefined) rows.delete(key);
    else rows.set(key, value);
    shown = undefined;
    for (const listener of listeners) {
      const changed = listener.deref();
      if (changed) changed.add(key);
      else listeners.delete(listener);
    }
  };
  return { table, rows, put };
};

/** The keys of tables that have to be looked at: all of them at first, then those that changed. Take out what was looked at. */
export const changesIn = (...tables: readonly Table<unknown>[]): Set<string> => {
  const changed = new Set<string>();
  for (const table of tables) {
    for (const key of table.rows().keys()) changed.add(key);
    table.tell(changed);
  }
  return changed;
};

/** The same map under another identity: a copy would cost all of it. */
const handleOf = <V>(rows: ReadonlyMap<string, V>): ReadonlyMap<string, V> => ({
  get size() {
    return rows.size;
  },
  get: (key) => rows.get(key),
  has: (key) => rows.has(key),
  keys: () => rows.keys(),
  values: () => rows.values(),
  entries: () => rows.entries(),
  forEach: (see) => rows.forEach(see),
  [Symbol.iterator]: () => rows.entries(),
});
