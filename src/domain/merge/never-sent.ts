import type { Document, Sibling } from "../model/document.ts";
import { withNames } from "./clashing-stamps.ts";
import { type MergeRuleOf, withWrites } from "./merge.ts";
import {
  counterOf,
  deviceOf,
  isNamed,
  joinVectors,
  nextCounter,
  type Stamp,
  stampOf,
  tagOf,
  vectorIncludes,
} from "./stamps.ts";
import { writesOf } from "./writes.ts";

/** Which writes of a phone nobody else can have: those under its name in stamps, after the last counter that may have left it. */
export type NeverSent = { readonly device: string; readonly after: number };

/**
 * `mine` as `theirs` cannot have seen it. Another account may write under the name of this phone and raise its counter; a merge would then take
 * what was never sent from here as seen and replaced. Such writes get names that nobody has seen: they are joined, and asked about where they
 * differ. `mine` itself where nothing is claimed.
 */
export const unseenBy = <D extends Document>(
  rule: MergeRuleOf,
  mine: D,
  theirs: D,
  { device, after }: NeverSent,
): D => {
  if (!isNamed(theirs.stamps.seen, device)) return mine;
  const others = writesOf(theirs);
  const isClaimed = (field: string, stamp: Stamp) =>
    deviceOf(stamp) === device &&
    counterOf(stamp) > after &&
    vectorIncludes(theirs.stamps.seen, stamp) &&
    !others.get(field)?.has(stamp);
  const writes = writesOf(mine);
  const claimed = new Set(
    [...writes].flatMap(([field, values]) => [...values.keys()].filter((stamp) => isClaimed(field, stamp))),
  );
  if (claimed.size === 0) return mine;
  const counter = nextCounter(joinVectors(mine.stamps.seen, theirs.stamps.seen));
  const names = new Map([...claimed].map((stamp) => [stamp, stampOf(counter, device.slice(0, 10) + tagOf(stamp))]));
  const named = ([stamp, ...value]: Sibling): Sibling => [names.get(stamp) ?? stamp, ...value] as unknown as Sibling;
  const renamed = new Map(
    [...writes].map(([field, values]) => {
      const siblings = [...values.values()].map(named);
      return [field, new Map(siblings.map((sibling) => [sibling[0], sibling]))] as const;
    }),
  );
  return withWrites(rule, mine, renamed, withNames(mine, [...names]).stamps);
};

/** Counter of a phone's last write to a document, as the document tells; 0 where it has written nothing. */
export const counterHere = ({ stamps: { seen } }: Document, device: string): number =>
  isNamed(seen, device) ? (seen[device] ?? 0) : 0;
