import { type AgeBand, ageRangeOf, isChildBand, isPossiblyChild } from "../dates/age.ts";
import { isChild } from "../intake/is-child.ts";
import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";

/** Who is with a child: a parent or guardian, another adult, or nobody of age. */
export type Company = "parent" | "other_adult" | "nobody";

/** As the child's record and its group say on the day `today`. `party`: those of the group, the child may be among them. */
export const companyOf = (child: Person, party: readonly Person[], today: string): Company => {
  const flags = child.needFlags ?? [];
  if (child.childCare === "nobody" || flags.includes("child_alone")) return "nobody";
  if (!party.some((other) => other._id !== child._id && isKnownAdult(other, today))) return "nobody";
  const adults = ownAdultsOf(child, party, today);
  if (adults.length === 0) return "other_adult";
  if (child.childCare === "parent" || child.childCare === "guardian") return "parent";
  if (child.childCare !== undefined || flags.includes("child_not_parent")) return "other_adult";
  return adults.some((adult) => mayBeParent(adult, child, today)) ? "parent" : "other_adult";
};

/**
 * Adults of its group whom a child came with, or who are named for it. Who came into the group later is none of them: a stranger does not become a
 * parent by being moved. All of the group where a record says nothing of that.
 */
export const ownAdultsOf = (child: Person, party: readonly Person[], today: string): readonly Person[] => {
  const adults = party.filter((other) => other._id !== child._id && isKnownAdult(other, today));
  if (!child.cameWith && !child.accompaniedBy) return adults;
  const named = new Set<string>([...(child.cameWith ?? []), ...(child.accompaniedBy ? [child.accompaniedBy] : [])]);
  return adults.filter(({ _id }) => named.has(_id));
};

/** Of age by what is written down: somebody without an age may be a child, too. */
export const isKnownAdult = (person: Person, today: string): boolean => {
  const age = ageRangeOf(person.birth, today);
  return age !== undefined && !isPossiblyChild(age) && !person.voided;
};

/** Where nobody was asked, an elder brother is not taken for the father. */
const mayBeParent = (adult: Person, child: Person, today: string): boolean => {
  const [older, younger] = [ageRangeOf(adult.birth, today), ageRangeOf(child.birth, today)];
  return older !== undefined && older.max - (younger?.min ?? 0) >= youngestParent;
};

const youngestParent = 15;

/** Whether a child is without a parent and guardian, as the record says now. */
export const isWithoutParent = (person: Person, party: readonly Person[], today: string): boolean =>
  isChild(person, today) && companyOf(person, party, today) !== "parent";

/** Whether one of these people is a child without a parent and guardian, or was one when somebody noted it. */
export const hasUnaccompanied = (party: readonly Person[], today: string): boolean =>
  party.some((one) => one.noParentSince !== undefined || isWithoutParent(one, party, today));

/** Whether a group that was only counted holds children and nobody else who may be of age. */
export const isOfChildrenOnly = ({ counts = {} }: Pick<Group, "counts">): boolean => {
  const counted = Object.keys(counts).filter((key) => (counts[key] ?? 0) > 0);
  return counted.length > 0 && counted.every((key) => isChildBand(key.slice(2) as AgeBand));
};
