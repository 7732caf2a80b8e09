import { type AgeRange, isPossiblyChild } from "../dates/age.ts";
import type { CodeOf } from "../model/codes.ts";

/** What is known of somebody when the needs that follow from it are worked out. */
export type FlagBasis = {
  readonly age: AgeRange | undefined;
  readonly childCare?: CodeOf<"childCare"> | undefined;
};

type Flag = CodeOf<"needFlag">;

/** Needs that nobody has to tick because they follow from ages and from who is with a child. Source: domain reference 3.5, 4. */
export const impliedFlags = (person: FlagBasis, group: readonly FlagBasis[]): readonly Flag[] => {
  const flags: Flag[] = [];
  const child = isChild(person);
  const isUnasked = person.childCare === undefined && !group.some(isAdult);
  if (child && (person.childCare === "nobody" || isUnasked)) flags.push("child_alone");
  if (child && person.childCare !== undefined && !["parent", "nobody"].includes(person.childCare))
    flags.push("child_not_parent");
  if (person.age && person.age.max < 1) flags.push("infant");
  if (person.age && person.age.min >= 60 && group.length === 1) flags.push("older_alone");
  if (!child && group.some(isChild) && !group.some((other) => other !== person && mayCare(other, person)))
    flags.push("single_carer");
  return flags;
};

/** Beside a known adult whoever has no age noted may as well be one of the children. */
const mayCare = (other: FlagBasis, { age }: FlagBasis): boolean =>
  !isChild(other) && (other.age !== undefined || age === undefined);

const isAdult = ({ age }: FlagBasis): boolean => age !== undefined && !isPossiblyChild(age);

const isChild = ({ age }: FlagBasis): boolean => age !== undefined && isPossiblyChild(age);
