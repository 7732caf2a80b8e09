import type { KindName } from "../domain/model/kinds.ts";
import type { Records } from "./records.ts";

/**
 * What `compute` makes of the documents of some kinds in a database, worked out once and kept until one of them changes: several
 * screens and notices ask for the same. `compute` must be pure and stand outside of the caller.
 */
export const remembered = <T>(
  records: Records,
  database: string,
  kinds: readonly KindName[],
  compute: (records: Records, database: string) => T,
): T => {
  const from = kinds.map((kind) => records.all(database, kind) as Documents);
  const state = [records.version(kinds), ...from.map(({ size }) => size)].join();
  const [first] = from;
  if (!first) return compute(records, database);
  const here = kept.get(first) ?? new Map<unknown, Kept>();
  kept.set(first, here);
  const before = here.get(compute);
  if (before?.state === state && before.from.every((documents, place) => documents === from[place]))
    return before.value as T;
  const value = compute(records, database);
  here.set(compute, { from, state, value });
  return value;
};

type Documents = ReadonlyMap<string, unknown>;
type Kept = { readonly from: readonly Documents[]; readonly state: string; readonly value: unknown };

/** By the documents themselves, so that it goes with them. */
const kept = new WeakMap<Documents, Map<unknown, Kept>>();
