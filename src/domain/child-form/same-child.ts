import { comparePeople } from "../duplicates/compare-people.ts";
import { areToldApart, isMerged } from "../duplicates/merged.ts";
import type { Traits } from "../duplicates/traits.ts";
import { isChild } from "../intake/is-child.ts";
import { isTombstone } from "../model/kind.ts";
import type { Person } from "../model/kinds/person.ts";

/** A record with its names made ready for comparing. */
export type Compared = { readonly person: Person; readonly traits: Traits };

/** Whether a record is of a child that is looked for among others on the day `on`: on the lists, with adults whom it came with. */
export const isLookedFor = (person: Person, on: string): boolean =>
  !isTombstone(person) &&
  !person.voided &&
  person.withdrawn === undefined &&
  !isMerged(person) &&
  isChild(person, on) &&
  adultsWith(person).length > 0;

/** The adults with a child, as its record names them. */
export const adultsWith = ({ cameWith = [], accompaniedBy }: Person): readonly Person["_id"][] => [
  ...new Set([...(accompaniedBy ? [accompaniedBy] : []), ...cameWith]),
];

/** Whether two records may be of one child who came with different adults, before the adults themselves are compared. */
export const mayBeSameChild = (a: Compared, b: Compared, on: string): boolean => {
  if (a.person._id === b.person._id || areToldApart(a.person, b.person)) return false;
  const ofB = new Set<string>(adultsWith(b.person));
  if (adultsWith(a.person).some((id) => ofB.has(id))) return false;
  return comparePeople(a.traits, b.traits, { samePhone: false, on }) !== undefined;
};

/** Whether none of some adults may be one of the others: a family that was registered twice is no other adult. */
export const areOtherAdults = (some: readonly Traits[], others: readonly Traits[], on: string): boolean =>
  some.length > 0 &&
  others.length > 0 &&
  !some.some((one) => others.some((other) => comparePeople(one, other, { samePhone: false, on }) !== undefined));
