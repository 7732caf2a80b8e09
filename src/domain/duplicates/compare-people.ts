import { ageRangeOf } from "../dates/age.ts";
import { type BirthLikeness, birthLikeness } from "./birth-likeness.ts";
import { type NameEvidence, type NameReason, nameEvidence, type Ways } from "./name-evidence.ts";
import { type CompareNames, familyLikeness, givenLikeness, type Likened, type NamePart } from "./name-part.ts";
import type { Traits } from "./traits.ts";

/** That two records may be of one person: how surely, and why, the weightiest reason first. */
export type Sameness = {
  readonly verdict: "probably" | "maybe";
  readonly points: number;
  readonly reasons: readonly SameReason[];
};

export type SameReason = NameReason | BirthReason | "phone" | "patronymic";
export type BirthReason = "sameBirth" | "swappedBirth" | "slipInBirth" | "fittingAge";

/** What is known of two people beside their own records. */
export type Around = {
  /** The groups of both have one telephone number. */
  readonly samePhone: boolean;
  /** The day on which ages are compared. */
  readonly on: string;
  readonly ways?: Ways;
};

/** Of one person with many: names that several of them bear are compared once. */
export const waysOfOne = (): Ways => ({ family: remembered(familyLikeness), given: remembered(givenLikeness) });

const remembered = (compare: CompareNames): CompareNames => {
  const known = new Map<NamePart, Map<NamePart, Likened>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<NamePart, Likened>();
    known.set(a, ofA);
    const likened = ofA.get(b) ?? compare(a, b);
    ofA.set(b, likened);
    return likened;
  };
};

const plainWays: Ways = { family: familyLikeness, given: givenLikeness };

/**
 * Whether two records may be of one person. People of one group are never each other, and nothing is said of two whose given names are two
 * different ones: twins share all the rest. Source of the points: domain reference 5.4.
 */
export const comparePeople = (
  a: Traits,
  b: Traits,
  { samePhone, on, ways = plainWays }: Around,
): Sameness | undefined => {
  if (a.groupId !== undefined && a.groupId === b.groupId) return undefined;
  const isSexKnown = isKnown(a.sex) && isKnown(b.sex);
  const [isOtherSex, isSameSex] = [isSexKnown && a.sex !== b.sex, isSexKnown && a.sex === b.sex];
  // Most are told apart by this, before any names are compared.
  const birth = birthLikeness(a.birth, b.birth, on);
  if (birth === "other" || birth === "sameYear" || (isOtherSex && birth !== "same")) return undefined;
  const name = nameEvidence(a, b, ways);
  if (name.points < leastOfNames) return undefined;
  const patronymic = patronymicOf(a, b, ways);
  const points =
    name.points +
    (birthPoints[birth] ?? 0) +
    (samePhone ? 6 : 0) +
    (isOtherSex ? -6 : 0) +
    (patronymic === "same" ? 2 : patronymic === "other" ? -4 : 0) +
    (a.origin && b.origin ? (a.origin === b.origin ? 1 : -1) : 0);
  const evidence = { name, birth, samePhone, patronymic, isOtherSex, isSameSex, points };
  const isSure = isProbable(evidence);
  if (!isSure && !isPossible(evidence, a, b, on)) return undefined;
  return { verdict: isSure ? "probably" : "maybe", points, reasons: reasonsOf(evidence) };
};

type Evidence = {
  readonly name: NameEvidence;
  readonly birth: BirthLikeness;
  readonly samePhone: boolean;
  readonly patronymic: "same" | "other" | "open";
  readonly isOtherSex: boolean;
  readonly isSameSex: boolean;
  readonly points: number;
};

/** Below, no birth and no telephone make two people one. */
const leastOfNames = -1;

const birthPoints: Readonly<Partial<Record<BirthLikeness, number>>> = {
  same: 9,
  swapped: 7,
  slip: 5,
  alike: 3,
  fits: 3,
  close: 0,
  open: 0,
};

/**
 * The given name is the same, for one that is a letter away may be a twin's; the birth is the same, too. A birth that is nearly the same needs more
 * beside it: cousins and namesakes have that. Саша may be a brother or a sister.
 */
const isProbable = ({ name, birth, samePhone, patronymic, isOtherSex, isSameSex, points }: Evidence): boolean => {
  if (isOtherSex || patronymic === "other" || points < 12) return false;
  if (name.given !== "same" || (name.family !== "same" && name.family !== "near")) return false;
  if (name.reason === "form" && !isSameSex) return false;
  const isMore = samePhone || patronymic === "same";
  // Іваненко and Іванченко of one birthday are two people.
  if (name.family === "near" && !isMore) return false;
  if (birth === "same" || birth === "swapped") return true;
  return (birth === "slip" && isMore) || (birth === "fits" && samePhone);
};

const isPossible = ({ name, birth, samePhone, isOtherSex, points }: Evidence, a: Traits, b: Traits, on: string) => {
  if (name.given === "other" || (isOtherSex && name.given !== "same")) return false;
  // A family has one surname, and two of it may be of one age.
  if (name.given === "open" && birth !== "same" && !samePhone) return false;
  if (name.family === "other") return isOtherFamilyName(a, b, on) && (birth === "same" || samePhone) && points >= 8;
  return points >= 9;
};

/** Women marry. */
const isOtherFamilyName = (a: Traits, b: Traits, on: string): boolean =>
  [a, b].every(({ sex, birth }) => sex !== "m" && (ageRangeOf(birth, on)?.max ?? 99) >= 16);

const isKnown = (sex: Traits["sex"]): boolean => sex === "f" || sex === "m";

const patronymicOf = (a: Traits, b: Traits, ways: Ways): Evidence["patronymic"] => {
  if (!a.patronymic || !b.patronymic) return "open";
  const { likeness } = ways.family(a.patronymic, b.patronymic);
  if (likeness === "same") return "same";
  return likeness === "near" ? "open" : "other";
};

const reasonsOf = ({ name, birth, samePhone, patronymic }: Evidence): readonly SameReason[] => [
  ...(samePhone ? ["phone" as const] : []),
  ...(birthReasons[birth] ?? []),
  ...(name.reason && name.family !== "other" ? [name.reason] : []),
  ...(patronymic === "same" ? ["patronymic" as const] : []),
];

const birthReasons: Readonly<Partial<Record<BirthLikeness, readonly BirthReason[]>>> = {
  same: ["sameBirth"],
  swapped: ["swappedBirth"],
  slip: ["slipInBirth"],
  alike: ["slipInBirth"],
  fits: ["fittingAge"],
};
