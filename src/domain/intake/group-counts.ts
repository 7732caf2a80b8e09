import { type AgeBand, ageBandOf, ageRangeOf } from "../dates/age.ts";
import type { Person } from "../model/kinds/person.ts";

/** `sex|ageBand` → number of people. */
export type Counts = Readonly<Record<string, number>>;

type Counted = {
  readonly birth?: Person["birth"] | undefined;
  readonly sex?: Person["sex"] | undefined;
  /** Where somebody counted them. */
  readonly band?: AgeBand;
};

/** In which place of the counts a person belongs on a day (`YYYY-MM-DD`). */
export const countKeyOf = ({ birth, sex = "u", band }: Counted, on: string): string =>
  `${sex}|${ageBandOf(ageRangeOf(birth, on), band).band}`;

/** The counts as they follow from people. */
export const countsOf = (people: readonly Counted[], on: string): Counts => {
  const counts: Record<string, number> = {};
  for (const person of people) {
    const key = countKeyOf(person, on);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};
