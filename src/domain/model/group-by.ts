/** Documents by what one of their fields names; those where it names nothing are left out. */
export const groupBy = <D>(documents: Iterable<D>, keyOf: (document: D) => string | undefined) => {
  const groups = new Map<string, D[]>();
  for (const document of documents) {
    const key = keyOf(document);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(document);
    else if (key !== undefined) groups.set(key, [document]);
  }
  return groups as ReadonlyMap<string, readonly D[]>;
};
