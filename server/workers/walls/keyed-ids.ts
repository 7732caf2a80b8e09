/** Which ids are under which keys. */
export type KeyedIds = {
  readonly add: (id: string, keys: readonly string[]) => void;
  readonly remove: (id: string, keys: readonly string[]) => void;
  readonly of: (keys: readonly string[]) => Set<string>;
};

/** A key under which nothing is left is not kept. */
export const keyedIds = (): KeyedIds => {
  const idsOf = new Map<string, Set<string>>();
  return {
    add: (id, keys) => {
      for (const key of keys) idsOf.set(key, (idsOf.get(key) ?? new Set()).add(id));
    },
    remove: (id, keys) => {
      for (const key of keys) {
        const ids = idsOf.get(key);
        ids?.delete(id);
        if (ids?.size === 0) idsOf.delete(key);
      }
    },
    of: (keys) => new Set(keys.flatMap((key) => [...(idsOf.get(key) ?? [])])),
  };
};
