/** What lies here and was not looked at yet, by database, kind and id. `look` is called once for each, after it was taken out. */
export const openWaiting = <W>(look: (waiting: W) => void) => {
  const all = new Map<string, Map<string, Map<string, W>>>();
  const of = (database: string, kind: string) => all.get(database)?.get(kind);
  const take = (group: Map<string, W>, id: string) => {
    const one = group.get(id);
    if (one === undefined) return;
    group.delete(id);
    look(one);
  };
  return {
    add: (database: string, kind: string, id: string, one: W) => {
      const kinds = all.get(database) ?? new Map<string, Map<string, W>>();
      all.set(database, kinds);
      const group = kinds.get(kind) ?? new Map<string, W>();
      kinds.set(kind, group);
      group.set(id, one);
    },
    remove: (database: string, kind: string, id: string) => void of(database, kind)?.delete(id),
    forget: (database: string) => void all.delete(database),
    /** Looks at one, or at all of a kind. */
    read: (database: string, kind: string, id?: string) => {
      const group = of(database, kind);
      if (!group || group.size === 0) return;
      for (const one of id === undefined ? [...group.keys()] : [id]) take(group, one);
    },
    /** Looks at as many as can be in so many milliseconds. True once there are none. */
    readOn: (milliseconds: number): boolean => {
      const end = performance.now() + milliseconds;
      for (const kinds of all.values())
        for (const group of kinds.values())
          for (const id of group.keys()) {
            if (performance.now() > end) return false;
            take(group, id);
          }
      return true;
    },
  };
};
