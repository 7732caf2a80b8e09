import type { Document, Sibling } from "../model/document.ts";
import { canonicalText } from "./canonical-text.ts";
import { deepEqual } from "./deep-equal.ts";
import { counterOf, deviceOf, type Stamp, stampOf, tagOf } from "./stamps.ts";
import { type Writes, writesOf } from "./writes.ts";

/** A document with its writes spelled out, under names that stand for one write each. */
export type DistinctWrites<D> = { readonly document: D; readonly writes: Writes };

/**
 * Where one stamp stands for two values of a field (apps before the database was part of a stamp wrote so), each value gets a name of its own
 * that follows from it, on whichever device this is done, and both wait for a person.
 */
export const distinctWrites = <D extends Document>(document: D, other: D): DistinctWrites<D> => {
  const [writes, others] = [writesOf(document), writesOf(other)];
  const renamed: (readonly [Stamp, Stamp])[] = [];
  for (const [field, values] of writes)
    for (const [stamp, value] of values) {
      const there = others.get(field)?.get(stamp);
      if (!there || isSameValue(value, there)) continue;
      const name = stampOf(
        counterOf(stamp),
        deviceOf(stamp).slice(0, 10) + tagOf(canonicalText(value.length === 2 ? value[1] : null)),
      );
      values.delete(stamp);
      values.set(name, value.length === 2 ? [name, value[1]] : [name]);
      renamed.push([stamp, name]);
    }
  return { writes, document: renamed.length === 0 ? document : withNames(document, renamed) };
};

/** The same document with these stamps, and who wrote them when, under other names. */
export const withNames = <D extends Document>(document: D, renamed: readonly (readonly [Stamp, Stamp])[]): D => {
  const { seen, edits, ...stamps } = document.stamps;
  return {
    ...document,
    stamps: {
      ...stamps,
      seen: { ...seen, ...Object.fromEntries(renamed.map(([, name]) => [deviceOf(name), counterOf(name)])) },
      edits: {
        ...edits,
        ...Object.fromEntries(renamed.flatMap(([stamp, name]) => (edits[stamp] ? [[name, edits[stamp]]] : []))),
      },
    },
  };
};

const isSameValue = (a: Sibling, b: Sibling): boolean => a.length === b.length && deepEqual(a[1], b[1]);
