import type { Table } from "./table.ts";

/** How a table is made of records, of a site or of whatever else tells one from another. Pure, and outside of the caller: it is known by itself. */
export type TableOf<R, V, A extends readonly unknown[]> = (records: R, ...about: A) => Table<V>;

/** Makes each table once and keeps it, and forgets the oldest of those that differ only in what they are about: a day or a right that is over. */
export const keptTables = <R>(records: R) => {
  const kept = new Map<unknown, { readonly about: readonly unknown[]; readonly table: unknown }[]>();
  return <V, A extends readonly unknown[]>(tableOf: TableOf<R, V, A>, ...about: A): Table<V> => {
    const variants = kept.get(tableOf) ?? [];
    kept.set(tableOf, variants);
    const known = variants.find((variant) => variant.about.every((one, place) => isSame(one, about[place])));
    if (known) return known.table as Table<V>;
    const table = tableOf(records, ...about);
    variants.push({ about, table });
    if (variants.length > mostVariants) variants.shift();
    return table;
  };
};

const mostVariants = 6;

/** Names of databases come as a list that may be made anew. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, place) => one === b[place]));
