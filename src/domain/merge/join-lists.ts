import type { Sibling } from "../model/document.ts";
import { canonicalText } from "./canonical-text.ts";
import { compareStamps, counterOf, newerStamp, type Stamp, type Stamps, tagOf } from "./stamps.ts";

/**
 * What a write of a list knows to have been taken away, by itself or before it: a tag of each element with the stamp of the write that took it.
 * Kept in `edits`, beside who wrote and when. `others` stands for what older apps took away without saying so.
 */
export type Taken = Readonly<Record<string, Stamp>>;

/** An element of lists that were written unseen of each other. Doubtful: somebody may have added it or somebody taken it away. */
export type Joined = { readonly element: unknown; readonly isDoubtful: boolean };

const others = "?";
/** What is beyond these, the oldest, becomes doubtful. */
export const mostTaken = 100;

/**
 * All elements but those that one of the writes took away and none of the others put back having seen that. The cost is that of reading the
 * lists once, for anybody may have written them.
 */
export const joinLists = (field: string, survivors: readonly Sibling[], edits: Stamps["edits"]): readonly Joined[] => {
  const elements = new Map<string, Held>();
  const taking = new Map<string, Stamp>();
  let unsaid = 0;
  for (const [stamp, value] of survivors) {
    const taken = takenBy(edits, stamp, field);
    const held = taggedElements(value);
    if (others in taken) unsaid += 1;
    for (const [tag, element] of held) {
      const before = elements.get(tag) ?? { element, unsaid: 0 };
      elements.set(tag, {
        element: before.element,
        unsaid: before.unsaid + (others in taken ? 1 : 0),
        seen: newest(before.seen, taken[tag]),
        seenUnsaid: newest(before.seenUnsaid, taken[others]),
      });
    }
    for (const [tag, by] of Object.entries(taken)) {
      if (tag === others || !held.has(tag)) taking.set(tag, newest(taking.get(tag), by) ?? by);
    }
  }
  return [...elements].flatMap(([tag, held]) =>
    isSeen(held.seen, taking.get(tag))
      ? [{ element: held.element, isDoubtful: held.unsaid < unsaid && !isSeen(held.seenUnsaid, taking.get(others)) }]
      : [],
  );
};

/** Those who hold an element: what they had seen taken away. */
type Held = {
  readonly element: unknown;
  readonly unsaid: number;
  readonly seen?: Stamp | undefined;
  readonly seenUnsaid?: Stamp | undefined;
};

/** What a write takes with it: what the writes that it replaces knew of, and of `shown` all that it leaves out. */
export const takenWith = (
  field: string,
  replaced: readonly Sibling[],
  shown: unknown,
  [stamp, value]: Sibling,
  edits: Stamps["edits"],
): Taken => {
  const taken = new Map<string, Stamp>();
  for (const [old] of replaced)
    for (const [tag, by] of Object.entries(takenBy(edits, old, field)))
      taken.set(tag, newest(taken.get(tag), by) ?? by);
  const kept = taggedElements(value);
  for (const tag of taggedElements(shown).keys()) if (!kept.has(tag)) taken.set(tag, stamp);
  const latest = [...taken].sort(([, a], [, b]) => compareStamps(b, a));
  const [, forgotten] = latest[mostTaken] ?? [];
  return Object.fromEntries([...latest.slice(0, mostTaken), ...(forgotten ? [[others, forgotten] as const] : [])]);
};

/** The first version of a document takes nothing away; what an older app took away it did not say. */
export const takenBy = (edits: Stamps["edits"], stamp: Stamp, field: string): Taken =>
  counterOf(stamp) === 1 ? {} : (edits[stamp]?.[2]?.[field] ?? { [others]: stamp });

const isSeen = (seen: Stamp | undefined, taken: Stamp | undefined): boolean =>
  taken === undefined || (seen !== undefined && compareStamps(seen, taken) >= 0);

const newest = (a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined =>
  a && b ? newerStamp(a, b) : (a ?? b);

const taggedElements = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map((value === undefined ? [] : [value].flat()).map((element) => [tagOf(canonicalText(element)), element]));
