import { changesIn, openTable, type Table } from "./table.ts";

/**
 * The values of a table by the keys that each of them names, none or several, in order. A list is replaced when one of its values has changed,
 * else it stays the same. `order` must tell any two values apart, so that a list is the same whatever came first. A change costs a copy of the
 * lists it is in.
 */
export const grouped = <V>(
  from: Table<V>,
  keysOf: (value: V) => readonly (string | undefined)[],
  order: (a: V, b: V) => number,
): Table<readonly V[]> => {
  const changed = changesIn(from);
  const placed = new Map<string, Placed<V>>();
  const { table, rows, put } = openTable<readonly V[]>(() => {
    const values = from.rows();
    if (changed.size === 0) return;
    // Everything that may throw comes before the first change: no list is left half done.
    const moves = [...changed].map((key) => ({
      key,
      before: placed.get(key),
      after: placeOf(values.get(key), keysOf),
    }));
    for (const [group, list] of listsAfter(rows, moves, order)) put(group, list.length > 0 ? list : undefined);
    for (const { key, after } of moves) {
      if (after) placed.set(key, after);
      else placed.delete(key);
    }
    changed.clear();
  });
  return table;
};

/** The values that are wanted, in order: `get(everyone)`. */
export const listed = <V>(
  from: Table<V>,
  order: (a: V, b: V) => number,
  isWanted: (value: V) => boolean = () => true,
): Table<readonly V[]> => grouped(from, (value) => (isWanted(value) ? [everyone] : []), order);

export const everyone = "everyone";

type Placed<V> = { readonly value: V; readonly groups: readonly string[] };
type Move<V> = { readonly before: Placed<V> | undefined; readonly after: Placed<V> | undefined };

const placeOf = <V>(
  value: V | undefined,
  keysOf: (value: V) => readonly (string | undefined)[],
): Placed<V> | undefined => {
  if (value === undefined) return undefined;
  const groups = new Set(keysOf(value).filter((key) => key !== undefined));
  return groups.size > 0 ? { value, groups: [...groups] } : undefined;
};

/** The lists in which something came or went. */
const listsAfter = <V>(
  rows: ReadonlyMap<string, readonly V[]>,
  moves: readonly Move<V>[],
  order: (a: V, b: V) => number,
): ReadonlyMap<string, readonly V[]> => {
  const lists = new Map<string, V[]>();
  const coming = new Map<string, V[]>();
  const listOf = (group: string): V[] => {
    const list = lists.get(group) ?? (rows.get(group) ?? []).slice();
    lists.set(group, list);
    return list;
  };
  for (const { before, after } of moves) {
    if (before?.value === after?.value) continue;
    for (const group of before?.groups ?? [])
      listOf(group).splice(listOf(group).indexOf((before as Placed<V>).value), 1);
    for (const group of after?.groups ?? []) {
      const others = coming.get(group);
      if (others) others.push((after as Placed<V>).value);
      else coming.set(group, [(after as Placed<V>).value]);
    }
  }
  for (const [group, values] of coming) putIn(listOf(group), values, order);
  return lists;
};

/** Into a list in order: one by one where they are few, for sorting looks at all. */
const putIn = <V>(list: V[], values: readonly V[], order: (a: V, b: V) => number): void => {
  if (values.length > few) {
    for (const value of values) list.push(value);
    list.sort(order);
  } else for (const value of values) list.splice(firstAfter(list, value, order), 0, value);
};

const few = 8;

const firstAfter = <V>(list: readonly V[], value: V, order: (a: V, b: V) => number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as V, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
