import type { Person } from "../model/kinds/person.ts";

type Pointers = Pick<Person, "mergedFrom" | "mergedInto">;

/**
 * Whether another record is used in the place of this one, so that lists leave it out. A record that stands for others is never left out, whatever it
 * points at: two phones may have pointed two records at each other, or made a chain, unseen of each other.
 */
export const isMerged = ({ mergedFrom = [], mergedInto }: Pointers): boolean =>
  mergedInto !== undefined && mergedFrom.length === 0;

/** Whether somebody has said that two records are of two people. */
export const areToldApart = (a: Pick<Person, "_id" | "notSame">, b: Pick<Person, "_id" | "notSame">): boolean =>
  (a.notSame ?? []).includes(b._id) || (b.notSame ?? []).includes(a._id);
