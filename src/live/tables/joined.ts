import { changesIn, openTable, type Table } from "./table.ts";

/**
 * What is made of the values that several tables have under one key; no row where nothing is made. `make` must be pure: it sees only what it
 * is given, so that its row cannot outlive what it was made of.
 */
export const joined = <I extends readonly unknown[], V>(
  tables: readonly [...{ readonly [P in keyof I]: Table<I[P]> }],
  make: (...values: [...{ [P in keyof I]: I[P] | undefined }, key: string]) => V | undefined,
): Table<V> => {
  const sources: readonly Table<unknown>[] = tables;
  const changed = changesIn(...sources);
  const { table, put } = openTable<V>(() => {
    const rows = sources.map((source) => source.rows());
    for (const key of changed) {
      put(key, make(...([...rows.map((values) => values.get(key)), key] as never)));
      changed.delete(key);
    }
  });
  return table;
};
