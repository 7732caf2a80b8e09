import type { Document, Sibling } from "../model/document.ts";
import { withNames } from "./clashing-stamps.ts";
import { type MergeRuleOf, withWrites } from "./merge.ts";
import { counterOf, deviceOf, floorOf, isNamed, type Stamp, stampOf, tagOf, vectorIncludes } from "./stamps.ts";
import { writesOf } from "./writes.ts";

/** Which writes of a phone no other device can have: those under its name in stamps, after the last counter that may have left it. */
export type NeverSent = { readonly device: string; readonly after: number };

/**
 * `mine` as `theirs` cannot have seen it. Another account may write under the name of this phone and raise its counter; a merge would then take
 * what was never sent from here as seen and replaced. Such writes get names that no device has seen: they are joined, and asked about where they
 * differ. `mine` itself where nothing is claimed.
 */
export const unseenBy = <D extends Document>(
  rule: MergeRuleOf,
  mine: D,
  theirs: D,
  { device, after }: NeverSent,
): D => {
  const others = writesOf(theirs);
  const isClaimed = (field: string, stamp: Stamp) =>
    isNameOf(device, deviceOf(stamp)) &&
    counterOf(stamp) > after &&
    isNamed(theirs.stamps.seen, deviceOf(stamp)) &&
    vectorIncludes(theirs.stamps.seen, stamp) &&
    !others.get(field)?.has(stamp);
  const writes = writesOf(mine);
  const claimed = new Set(
    [...writes].flatMap(([field, values]) => [...values.keys()].filter((stamp) => isClaimed(field, stamp))),
  );
  if (claimed.size === 0) return mine;
  // As old as they are: what a record or an event began with stays its beginning, and where the rule asks nobody the other value is shown.
  const least = Math.max(floorOf(mine.stamps.seen), floorOf(theirs.stamps.seen)) + 1;
  const nameOf = (stamp: Stamp) =>
    stampOf(Math.max(counterOf(stamp), least), device.slice(0, ownLetters) + tagOf(stamp));
  const names = new Map([...claimed].map((stamp) => [stamp, nameOf(stamp)]));
  const named = ([stamp, ...value]: Sibling): Sibling => [names.get(stamp) ?? stamp, ...value] as unknown as Sibling;
  const renamed = new Map(
    [...writes].map(([field, values]) => {
      const siblings = [...values.values()].map(named);
      return [field, new Map(siblings.map((sibling) => [sibling[0], sibling]))] as const;
    }),
  );
  return withWrites(rule, mine, renamed, withNames(mine, [...names]).stamps);
};

/** Counter of a phone's last write to a document, as the document tells, under any of its names; 0 where it has written nothing. */
export const counterHere = ({ stamps: { seen } }: Document, device: string): number =>
  Object.entries(seen).reduce((last, [name, counter]) => (isNameOf(device, name) ? Math.max(last, counter) : last), 0);

/** Letters that every name of a phone in one database begins with. */
const ownLetters = 10;

const isNameOf = (device: string, name: string): boolean => name.startsWith(device.slice(0, ownLetters));
