import { deepEqual } from "../merge/deep-equal.ts";
import { counterOf, type Stamp, type Stamps, stampOf, vectorDominates, vectorIncludes } from "../merge/stamps.ts";
import { type Writes, writesOf } from "../merge/writes.ts";
import { beginningOf, contentFields, type Document } from "../model/document.ts";
import { keyOf } from "../model/new-id.ts";

/** How far a counter may run ahead of what the server knows: an edit a minute for a week offline. */
export const maxCounterLead = 10_000;

/** Fields that `incoming` writes anew on top of `stored`, with the stamps of those writes. */
export type NewWrites = ReadonlyMap<string, readonly Stamp[]>;

export const newWrites = (incoming: Document, stored: Document | undefined): NewWrites => {
  if (!stored && !incoming.rivals) return allWrites(incoming);
  const before = writesBefore(stored);
  const fresh = new Map<string, readonly Stamp[]>();
  for (const [field, writes] of writesOf(incoming)) {
    const known = before.get(field);
    const added = [...writes].filter(([stamp, rival]) => !isKnown(known?.get(stamp), rival)).map(([stamp]) => stamp);
    if (added.length > 0) fresh.set(field, added);
  }
  return fresh;
};

/** The same for a new document, which is most of what a server gets, without the detour. */
const allWrites = (incoming: Document): NewWrites => {
  const { base, own = {} } = incoming.stamps;
  const fresh = new Map<string, readonly Stamp[]>();
  const made = [base];
  for (const field of contentFields(incoming)) fresh.set(field, made);
  for (const field of Object.keys(own)) fresh.set(field, [own[field] ?? base]);
  return fresh;
};

/** True when a counter is so far ahead that every later write of honest phones would count as older. */
export const exceedsCounterLead = (incoming: Document, stored: Document | undefined): boolean =>
  highest(incoming) > maxCounterLead + (stored ? highest(stored) : 0);

/** True when every new write of an event is part of its making: events are not edited, only voided. */
export const isCreationOnly = (fresh: NewWrites): boolean =>
  [...fresh].every(([field, stamps]) => field === "voided" || stamps.every((stamp) => counterOf(stamp) === 1));

/**
 * True when `by` can have made `incoming` of `stored`: every new write is their own and newer than what is stored; nothing that
 * others wrote was changed, dropped without a write in its place, or claimed to be seen where the server does not have it.
 */
export const isOwnWrite = (incoming: Document, stored: Document | undefined, by: string, fresh: NewWrites): boolean => {
  if (!stored) return isOwnFrom(incoming, by, fresh);
  const { seen, edits } = incoming.stamps;
  const before = stored.stamps;
  const isOwn = (stamp: Stamp): boolean =>
    edits[stamp]?.[0] === by && vectorIncludes(seen, stamp) && !vectorIncludes(before.seen, stamp);
  return (
    vectorDominates(seen, before.seen) &&
    stampsIn(fresh).every(isOwn) &&
    Object.entries(edits).every(([stamp, edit]) => deepEqual(before.edits[stamp], edit) || isOwn(stamp)) &&
    latestOf(seen).every((stamp) => vectorIncludes(before.seen, stamp) || isOwn(stamp)) &&
    dropsNothing(incoming, stored, fresh)
  );
};

const stampsIn = (fresh: NewWrites): readonly Stamp[] => {
  const stamps = new Set<Stamp>();
  for (const written of fresh.values()) for (const stamp of written) stamps.add(stamp);
  return [...stamps];
};

/** The same for what begins with them: every stamp there is stands for an edit of theirs. */
const isOwnFrom = ({ createdBy, stamps: { seen, edits } }: Document, by: string, fresh: NewWrites): boolean =>
  createdBy === by &&
  Object.keys(edits).every((stamp) => edits[stamp]?.[0] === by && vectorIncludes(seen, stamp)) &&
  Object.keys(seen).every((device) => `${seen[device]}.${device}` in edits) &&
  stampsIn(fresh).every((stamp) => stamp in edits);

const writesBefore = (stored: Document | undefined): Writes => (stored ? writesOf(stored) : new Map());

const isKnown = (known: readonly unknown[] | undefined, rival: readonly unknown[]): boolean =>
  known !== undefined && known.length === rival.length && deepEqual(known[1], rival[1]);

const latestOf = (seen: Stamps["seen"]): readonly Stamp[] =>
  Object.entries(seen).map(([device, counter]) => stampOf(counter, device));

const highest = ({ stamps: { base, own = {}, seen } }: Document): number =>
  Math.max(counterOf(base), ...Object.values(own).map(counterOf), ...Object.values(seen));

const dropsNothing = (incoming: Document, stored: Document, fresh: NewWrites): boolean => {
  const writes = writesOf(incoming);
  return [...writesBefore(stored)].every(
    ([field, before]) => fresh.has(field) || [...before.keys()].every((stamp) => writes.get(field)?.has(stamp)),
  );
};

/**
 * True where who began a document, when and on which phone is as it was. It may become the earlier of two beginnings, as joining them
 * makes it: of one person's own record, and of an act that two noted unseen of each other, whose id follows from what happened.
 */
export const keepsBeginning = (incoming: Document, stored: Document, by: string, mayHandIn: boolean): boolean => {
  const [begun, before] = [incoming, stored].map(beginningOf) as [string, string];
  if (begun === before) return true;
  const isNoted = keyOf(incoming._id).includes(".") && bringsBeginningOf(incoming, stored);
  const isTheirs = incoming.createdBy === by && (isNoted || stored.createdBy === by);
  return begun < before && (isTheirs || (mayHandIn && (isNoted || incoming.createdBy === stored.createdBy)));
};

/** Whether the author that is named now began it, too, unseen of what is stored. */
const bringsBeginningOf = (incoming: Document, stored: Document): boolean =>
  Object.entries(incoming.stamps.edits).some(
    ([stamp, [by]]) =>
      counterOf(stamp) === 1 && by === incoming.createdBy && !vectorIncludes(stored.stamps.seen, stamp),
  );
