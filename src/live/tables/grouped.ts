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
  const turns = new Map<string, { readonly gone: V[]; readonly come: V[] }>();
  const turnOf = (group: string) => {
    const turn = turns.get(group) ?? { gone: [], come: [] };
    turns.set(group, turn);
    return turn;
  };
  for (const { before, after } of moves) {
    if (before?.value === after?.value) continue;
    for (const group of before?.groups ?? []) turnOf(group).gone.push((before as Placed<V>).value);
    for (const group of after?.groups ?? []) turnOf(group).come.push((after as Placed<V>).value);
  }
  return new Map([...turns].map(([group, turn]) => [group, listAfter(rows.get(group) ?? [], turn, order)]));
};

/** One by one where they are few, for sorting looks at all. */
const listAfter = <V>(
  list: readonly V[],
  { gone, come }: { readonly gone: readonly V[]; readonly come: readonly V[] },
  order: (a: V, b: V) => number,
): readonly V[] => {
  if (gone.length + come.length > few) {
    const leaving = new Set(gone);
    return [...list.filter((value) => !leaving.has(value)), ...come].sort(order);
  }
  const [first] = come;
  // One copy, not one to be made longer: most lists grow by one.
  if (first && come.length + gone.length === 1) {
    const place = firstAfter(list, first, order);
    return [...list.slice(0, place), first, ...list.slice(place)];
  }
  const next = list.slice();
  for (const value of gone) next.splice(placeIn(next, value, order), 1);
  for (const value of come) next.splice(firstAfter(next, value, order), 0, value);
  return next;
};

const few = 8;

/** Where a value is: nearly always where its order says, for then nothing is looked through. */
const placeIn = <V>(list: readonly V[], value: V, order: (a: V, b: V) => number): number => {
  const place = firstAfter(list, value, order);
  return list[place] === value ? place : list.indexOf(value);
};

const firstAfter = <V>(list: readonly V[], value: V, order: (a: V, b: V) => number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as V, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
