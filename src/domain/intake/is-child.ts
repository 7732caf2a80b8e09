import { ageRangeOf, isPossiblyChild } from "../dates/age.ts";
import type { Person } from "../model/kinds/person.ts";

/** Whether somebody has to be treated as a child on the day `on`: may be under 18, or somebody was asked who is with the child. */
export const isChild = (person: Pick<Person, "birth" | "childCare" | "needFlags">, on: string): boolean => {
  const age = ageRangeOf(person.birth, on);
  if (age) return isPossiblyChild(age);
  return person.childCare !== undefined || (person.needFlags ?? []).some((flag) => childFlags.has(flag));
};

const childFlags: ReadonlySet<string> = new Set(["child_alone", "child_not_parent", "infant"]);
