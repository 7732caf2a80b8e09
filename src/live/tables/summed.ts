import { changesIn, openTable, type Table } from "./table.ts";

/** So much for a name: `["inside", 1]`. */
export type Part = readonly [name: string, amount: number];

/** Whole numbers by name, added up over the values of a table; no row where they come to nothing. */
export const summed = <V>(from: Table<V>, partsOf: (value: V) => readonly Part[]): Table<number> => {
  const changed = changesIn(from);
  const known = new Map<string, readonly Part[]>();
  const { table, rows, put } = openTable<number>(() => {
    const values = from.rows();
    if (changed.size === 0) return;
    const looked = [...changed].map((key) => ({ key, parts: partsIn(values.get(key), partsOf) }));
    const sums = new Map<string, number>();
    const add = (parts: readonly Part[], sign: number) => {
      for (const [name, amount] of parts) sums.set(name, (sums.get(name) ?? rows.get(name) ?? 0) + sign * amount);
    };
    for (const { key, parts } of looked) {
      add(known.get(key) ?? [], -1);
      add(parts, 1);
      if (parts.length > 0) known.set(key, parts);
      else known.delete(key);
    }
    for (const [name, sum] of sums) put(name, sum || undefined);
    changed.clear();
  });
  return table;
};

const partsIn = <V>(value: V | undefined, partsOf: (value: V) => readonly Part[]): readonly Part[] =>
  value === undefined ? [] : partsOf(value);
