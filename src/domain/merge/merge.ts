import { beginningOf, type Document, type Sibling } from "../model/document.ts";
import { distinctWrites } from "./clashing-stamps.ts";
import { deepEqual } from "./deep-equal.ts";
import { joinLists } from "./join-lists.ts";
import { withLateNames } from "./late-writes.ts";
import { isList, type MergeRuleOf, shownValue } from "./shown-value.ts";
import {
  compareStamps,
  counterOf,
  deviceOf,
  floorOf,
  joinVectors,
  newerStamp,
  type Stamp,
  type Stamps,
  vectorDominates,
  vectorIncludes,
} from "./stamps.ts";
import { type Writes, writesOf } from "./writes.ts";

export type { MergeRuleOf };

/**
 * Joins two versions of one document. Pure; idempotent, commutative and associative, whatever the devices' clocks.
 * Field by field a write survives unless the other side has seen it and replaced it. Where more than one survives, the rule
 * of the field says what is shown, and all of them stay in `rivals` until a person settles it.
 */
export const merge = <D extends Document>(rule: MergeRuleOf, mine: D, theirs: D): D => {
  if (deepEqual(mine, theirs)) return mine;
  const a = withLateNames(distinctWrites(mine, theirs), theirs.stamps.seen);
  const b = withLateNames(distinctWrites(theirs, mine), mine.stamps.seen);
  const joined: Writes = new Map();
  for (const field of new Set([...a.writes.keys(), ...b.writes.keys()])) {
    joined.set(field, joinField(a.writes.get(field), b.writes.get(field), mine, theirs));
  }
  return documentOf(rule, joined, a.document, b.document);
};

/** Writes `writes` in the place of all that a document holds. `known` are stamps and edits that come with them. */
export const withWrites = <D extends Document>(
  rule: MergeRuleOf,
  document: D,
  writes: Writes,
  { seen, edits }: Pick<Stamps, "seen" | "edits">,
): D => documentOf(rule, writes, document, { ...document, stamps: { base: document.stamps.base, seen, edits } });

/**
 * Adds writes that were made to another copy of a document, where they are not known here. Nothing else of that copy comes with
 * them: what it had lost or had seen is its own affair.
 */
export const addWrites = <D extends Document>(
  rule: MergeRuleOf,
  document: D,
  added: Writes,
  edits: Stamps["edits"],
): D => {
  const writes = writesOf(document);
  let seen: Record<string, number> = {};
  const copy = { ...document, stamps: { base: document.stamps.base, seen: devicesOf(added), edits } };
  const late = withLateNames({ document: copy, writes: added }, document.stamps.seen);
  for (const [field, values] of late.writes) {
    for (const [stamp, rival] of values) {
      if (vectorIncludes(document.stamps.seen, stamp)) continue;
      const survivors = [...(writes.get(field)?.values() ?? []), rival].sort((a, b) => compareStamps(b[0], a[0]));
      writes.set(field, new Map(survivors.map((survivor) => [survivor[0], survivor])));
      seen = joinVectors(seen, { [deviceOf(stamp)]: counterOf(stamp) });
    }
  }
  if (Object.keys(seen).length === 0) return document;
  const { base } = document.stamps;
  return documentOf(rule, writes, document, { ...document, stamps: { base, seen, edits: late.document.stamps.edits } });
};

/** A version vector of these writes alone. */
const devicesOf = (writes: Writes): Stamps["seen"] =>
  [...writes.values()]
    .flatMap((values) => [...values.keys()])
    .reduce<Stamps["seen"]>((seen, stamp) => joinVectors(seen, { [deviceOf(stamp)]: counterOf(stamp) }), {});

/** Shows what the rules say of the values that were written unseen, also where an app that did not know the field joined them. */
export const resolveByRule = <D extends Document>(rule: MergeRuleOf, document: D): D => {
  const together = Object.entries(document.rivals ?? {}).filter(([field]) => rule(field) !== "newest");
  if (together.length === 0) return document;
  const shown = together.map(
    ([field, values]) => [field, shownValue(rule(field), field, values, document.stamps.edits)] as const,
  );
  return { ...document, ...Object.fromEntries(shown) };
};

/** True when `version` already holds everything that `other` holds: nothing of `other` would be lost by dropping it. */
export const dominates = (version: Document, other: Document): boolean => {
  if (!vectorDominates(version.stamps.seen, other.stamps.seen)) return false;
  const writes = writesOf(version);
  const others = writesOf(other);
  return [...writes].every(([field, values]) =>
    [...values.keys()].every((stamp) => others.get(field)?.has(stamp) || !vectorIncludes(other.stamps.seen, stamp)),
  );
};

/** Values that wait for a person: different ones that were written unseen, or lists of which it cannot be told what belongs into both. */
export const unresolvedConflicts = (rule: MergeRuleOf, document: Document): readonly Conflict[] =>
  Object.entries(document.rivals ?? {})
    .filter(([field, values]) =>
      isList(rule(field))
        ? joinLists(field, values, document.stamps.edits).some(({ isDoubtful }) => isDoubtful)
        : rule(field) === "newest" && values.some((rival) => !deepEqual(rival[1], values[0]?.[1])),
    )
    .map(([field, values]) => ({ field, values }));

export type Conflict = { readonly field: string; readonly values: readonly Sibling[] };

/**
 * What is left of a field on both sides. Of writes that saw each other the latest survives, so something always does: where nothing would,
 * one stamp has stood for two writes, and all are kept. Only a record that was begun anew has dropped a whole field.
 */
const joinField = (
  mine: Map<Stamp, Sibling> = new Map(),
  theirs: Map<Stamp, Sibling> = new Map(),
  a: Document,
  b: Document,
): Map<Stamp, Sibling> => {
  const kept = [...mine.values()].filter(([stamp]) => theirs.has(stamp) || !vectorIncludes(b.stamps.seen, stamp));
  const added = [...theirs.values()].filter(([stamp]) => !mine.has(stamp) && !vectorIncludes(a.stamps.seen, stamp));
  const isDropped = floorOf(a.stamps.seen) + floorOf(b.stamps.seen) > 0;
  const isClash = kept.length + added.length === 0 && !isDropped;
  const surviving = isClash ? [...mine.values(), ...theirs.values()] : [...kept, ...added];
  const newestFirst = surviving.sort((x, y) => compareStamps(y[0], x[0]));
  return new Map(newestFirst.map((rival) => [rival[0], rival]));
};

const documentOf = <D extends Document>(rule: MergeRuleOf, writes: Writes, mine: D, theirs: D): D => {
  const base = newerStamp(mine.stamps.base, theirs.stamps.base);
  const [older] = [mine, theirs].sort(byCreation) as [D, D];
  const edits = { ...mine.stamps.edits, ...theirs.stamps.edits };
  const fields: Record<string, unknown> = {};
  const own: Record<string, Stamp> = {};
  const siblings: Record<string, readonly Sibling[]> = {};
  for (const [field, values] of [...writes].sort(([x], [y]) => (x < y ? -1 : 1))) {
    const survivors = [...values.values()];
    const [top] = survivors;
    if (!top) continue;
    const shown = shownValue(rule(field), field, survivors, edits);
    if (shown !== undefined) fields[field] = shown;
    if (survivors.length > 1) siblings[field] = survivors;
    if (top[0] !== base || shown === undefined) own[field] = top[0];
  }
  const inUse = new Set([base, ...[...writes.values()].flatMap((values) => [...values.keys()])]);
  return {
    _id: mine._id,
    kind: mine.kind,
    v: Math.max(mine.v, theirs.v),
    createdAt: older.createdAt,
    createdBy: older.createdBy,
    createdDevice: older.createdDevice,
    ...fields,
    stamps: {
      base,
      ...(Object.keys(own).length > 0 && { own }),
      seen: sorted(joinVectors(mine.stamps.seen, theirs.stamps.seen)),
      edits: sorted(Object.fromEntries(Object.entries(edits).filter(([stamp]) => inUse.has(stamp)))),
    },
    ...(Object.keys(siblings).length > 0 && { rivals: siblings }),
  } as unknown as D;
};

const byCreation = (a: Document, b: Document): number => {
  const [one, other] = [a, b].map(beginningOf) as [string, string];
  return one < other ? -1 : one > other ? 1 : 0;
};

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
