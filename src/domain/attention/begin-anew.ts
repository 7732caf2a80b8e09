import { deepEqual } from "../merge/deep-equal.ts";
import { joinLists, takenWith } from "../merge/join-lists.ts";
import { withWrites } from "../merge/merge.ts";
import type { Author } from "../merge/next-version.ts";
import { isList, shownValue } from "../merge/shown-value.ts";
import {
  counterOf,
  deviceOf,
  type Edit,
  everyOther,
  nextCounter,
  type Stamp,
  type Stamps,
  stampOf,
} from "../merge/stamps.ts";
import { type Writes, writesOf } from "../merge/writes.ts";
import { isSound, lengthOf } from "../model/check-document.ts";
import type { Document, Sibling } from "../model/document.ts";
import { maxBytesBesideLeads } from "../model/field.ts";
import type { Kind } from "../model/kind.ts";
import { err, ok, type Result } from "../model/result.ts";

/** A record with a short history, and the values of its open questions for which there was no room. */
export type NewBeginning = {
  readonly document: Document;
  readonly leftOut: readonly { readonly field: string; readonly value: unknown }[];
};

/**
 * Begins a record's history anew: what is shown stays with whoever wrote it, and so do the questions that wait for a person, as many as fit
 * (`mostWaiting`). Gone are values about which no question waits, fields that no app of this version has, and the names of devices that wrote
 * nothing that stood: for these `seen` says only up to where they are known. Copies from before are joined by `merge` as ever.
 */
export const beginAnew = (kind: Kind, document: Document, author: Author): NewBeginning => {
  const { base, seen, edits } = document.stamps;
  const floor = nextCounter(seen);
  const stamp = stampOf(floor + 1, author.device);
  const kept: Writes = new Map();
  const leftOut: { field: string; value: unknown }[] = [];
  let room = mostWaiting;
  let taken: NonNullable<Edit[2]> = {};
  const writes = writesOf(document);
  for (const [field, values] of writes) {
    if (!(field in kind.content)) continue;
    const survivors = [...values.values()];
    const parted = partsOf(kind, field, survivors, edits, room);
    room -= parted.needed;
    leftOut.push(...parted.leftOut.map((value) => ({ field, value })));
    const isJoined = parted.kept.length === 0;
    const shown = shownValue(kind.rule(field), field, survivors, edits);
    const written: readonly Sibling[] = isJoined ? [[stamp, shown]] : parted.kept;
    if (isJoined) taken = { ...taken, [field]: takenWith(field, survivors, shown, [stamp, shown], edits) };
    kept.set(field, new Map(written.map((value) => [value[0], value])));
  }
  // What was left out is named, too: a phone that still holds it brings it as seen.
  const named: Record<string, number> = { ...namedIn(seen, [base, ...stampsOf(writes)]), [author.device]: floor + 1 };
  const isWhole = kept.size === writes.size && Object.keys(seen).every((device) => Object.hasOwn(named, device));
  const begun = isWhole ? named : { ...named, [everyOther]: floor };
  const signed = { ...edits, [stamp]: [author.by, author.at, taken] as Edit };
  const rewritten = withWrites(kind.rule, document, kept, { seen: begun, edits: tidied(kind, signed, kept) });
  return { document: rewritten, leftOut };
};

/** Values would go that the lead was not told of: they came in while the question was open. */
export type ValuesNotNamed = { readonly type: "ValuesNotNamed" };

/** The command: refused where a value goes that is not among those `named` to the lead, for it cannot be brought back. */
export const beginAnewNaming = (
  kind: Kind,
  document: Document,
  author: Author,
  named: NewBeginning["leftOut"],
): Result<Document, ValuesNotNamed> => {
  const { document: begun, leftOut } = beginAnew(kind, document, author);
  const isNamed = (value: NewBeginning["leftOut"][number]) => named.some((one) => deepEqual(one, value));
  return leftOut.every(isNamed) ? ok(begun) : err({ type: "ValuesNotNamed" });
};

/** A record that is well on its way to where nothing more can be written into it, and in which a new beginning makes room. */
export const isCrowded = (kind: Kind, document: Document): boolean => {
  const length = lengthOf(document);
  if (length <= maxBytesBesideLeads / 2 || document.v > kind.version) return false;
  return lengthOf(beginAnew(kind, document, anybody).document) < length * 0.9;
};

const anybody: Author = { by: "anybody", device: "anybody", at: "1970-01-01T00:00:00.000Z" };

/** Characters that values which wait for a person may take, with who wrote them. */
const mostWaiting = 8_192;
const signature = 150;

type Parts = { readonly kept: readonly Sibling[]; readonly leftOut: readonly unknown[]; readonly needed: number };

/** What stays of a field's values. None of a list that was joined of several: what it shows is then written as one value. */
const partsOf = (
  kind: Kind,
  field: string,
  survivors: readonly Sibling[],
  edits: Stamps["edits"],
  room: number,
): Parts => {
  const rule = kind.rule(field);
  const [top, ...others] = survivors;
  if (!top || others.length === 0) return { kept: survivors, leftOut: [], needed: 0 };
  if (isList(rule)) {
    const doubtful = joinLists(field, survivors, edits).filter(({ isDoubtful }) => isDoubtful);
    const needed = lengthWith(survivors);
    if (doubtful.length > 0 && needed <= room) return { kept: survivors, leftOut: [], needed };
    return { kept: [], leftOut: rule === "members" ? doubtful.map(({ element }) => element) : [], needed: 0 };
  }
  if (rule === "min") return { kept: ofEachAuthor(survivors, edits), leftOut: [], needed: 0 };
  if (rule !== "newest") {
    const shown = shownValue(rule, field, survivors, edits);
    return { kept: survivors.filter(([, value]) => deepEqual(value, shown)).slice(-1), leftOut: [], needed: 0 };
  }
  const kept = [top];
  const leftOut: unknown[] = [];
  for (const value of others) {
    if (kept.some((one) => deepEqual(one[1], value[1]))) continue;
    const isReadable = value.length === 1 || isSound(kind, field, value[1]);
    if (isReadable && lengthWith([...kept, value]) <= room) kept.push(value);
    else if (leftOut.every((one) => !deepEqual(one, value[1]))) leftOut.push(value[1]);
  }
  return { kept, leftOut, needed: kept.length > 1 ? lengthWith(kept) : 0 };
};

/** The earliest value of each account: who noted something first, beside others, is bound by it (`safeguarding/confirmation.ts`). */
const ofEachAuthor = (survivors: readonly Sibling[], edits: Stamps["edits"]): readonly Sibling[] => {
  const earliest = new Map<string, Sibling>();
  for (const one of survivors) {
    const by = edits[one[0]]?.[0] ?? "";
    const other = earliest.get(by);
    if (!other || other.length === 1 || String(one[1]) < String(other[1])) earliest.set(by, one);
  }
  return survivors.filter((one) => [...earliest.values()].includes(one));
};

const lengthWith = (values: readonly Sibling[]): number => JSON.stringify(values).length + signature * values.length;

const stampsOf = (writes: Writes): readonly Stamp[] => [...writes.values()].flatMap((values) => [...values.keys()]);

/** The devices of these stamps, and of the others the ones that wrote last: more phones than a shelter has. */
const namedIn = (seen: Stamps["seen"], inUse: readonly Stamp[]): Record<string, number> => {
  const using = new Set(inUse.map(deviceOf));
  const others = Object.keys(seen)
    .filter((device) => device !== everyOther && !using.has(device))
    .sort((a, b) => (seen[b] ?? 0) - (seen[a] ?? 0) || (a < b ? -1 : 1))
    .slice(0, mostOthers);
  return Object.fromEntries([
    ...inUse.map((stamp) => [deviceOf(stamp), Math.max(counterOf(stamp), seen[deviceOf(stamp)] ?? 0)] as const),
    ...others.map((device) => [device, seen[device] ?? 0] as const),
  ]);
};

const mostOthers = 100;

/** Without what an edit says of lists that it did not write: the first one of a device takes nothing away. */
const tidied = (kind: Kind, edits: Stamps["edits"], kept: Writes): Stamps["edits"] =>
  Object.fromEntries(
    Object.entries(edits).map(([stamp, [by, at, taken = {}]]): [Stamp, Edit] => {
      const own = Object.entries(taken).filter(
        ([field]) => counterOf(stamp) > 1 && isList(kind.rule(field)) && kept.get(field)?.has(stamp),
      );
      return [stamp, own.length > 0 ? [by, at, Object.fromEntries(own)] : [by, at]];
    }),
  );
