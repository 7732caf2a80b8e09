import type { CompareNames, Likened, Likeness, NamePart } from "./name-part.ts";
import type { FullName, Traits } from "./traits.ts";

/** How names are compared: as family names and as given names. */
export type Ways = { readonly family: CompareNames; readonly given: CompareNames };

/** What the names of two people say, in the reading in which they are most alike. */
export type NameEvidence = {
  readonly family: Likeness | "open";
  readonly given: Likeness | "open";
  readonly points: number;
  readonly reason: NameReason | undefined;
};

export type NameReason = "sameName" | "sounds" | "form" | "layout" | "swapped" | "otherName" | "typing";

export const nameEvidence = (a: Traits, b: Traits, ways: Ways): NameEvidence => {
  let best: NameEvidence = nothing;
  const see = (next: NameEvidence) => {
    if (next.points > best.points || best === nothing) best = next;
  };
  for (const one of a.names)
    for (const other of b.names) {
      see(evidenceOf(one, other, ways));
      if (best.points >= most) return best;
      see(swappedEvidence(one, other, ways));
    }
  for (const [names, others] of [[a, b] as const, [b, a] as const])
    for (const family of others.otherNames)
      for (const one of names.names)
        for (const other of others.names) see(otherNameEvidence(one, { ...other, family }, ways));
  return best;
};

const nothing: NameEvidence = { family: "open", given: "open", points: 0, reason: undefined };

/** Source: domain reference 5.4. */
const familyPoints = { same: 6, near: 4, weak: 1, other: -5, open: 0 } as const;
const givenPoints = { same: 4, near: 2, weak: 0, other: -4, open: 0 } as const;
const most = familyPoints.same + givenPoints.same;

const open = { likeness: "open", by: "written" } as const;
type Open = Likened | typeof open;

const compared = (a: NamePart | undefined, b: NamePart | undefined, how: CompareNames): Open =>
  a && b ? how(a, b) : open;

const evidenceOf = (a: FullName, b: FullName, ways: Ways): NameEvidence => {
  const [family, given] = [compared(a.family, b.family, ways.family), compared(a.given, b.given, ways.given)];
  return made(family, given, reasonOf(family, given));
};

const made = (family: Open, given: Open, reason: NameReason | undefined): NameEvidence => ({
  family: family.likeness,
  given: given.likeness,
  points: familyPoints[family.likeness] + givenPoints[given.likeness],
  reason,
});

/** The family name stands in the box of the given name, and the other way round: of the first, or of the second. */
const swappedEvidence = (a: FullName, b: FullName, ways: Ways): NameEvidence => {
  if (!a.family || !a.given || !b.family || !b.given) return { ...nothing, points: -9 };
  const isFirst = made(ways.family(a.given, b.family), ways.given(a.family, b.given), "swapped");
  const isSecond = made(ways.family(a.family, b.given), ways.given(a.given, b.family), "swapped");
  const evidence = isSecond.points > isFirst.points ? isSecond : isFirst;
  return { ...evidence, points: evidence.points - 1 };
};

/** A maiden name, a pet name: it stands for the family name, or for a given one. */
const otherNameEvidence = (a: FullName, b: FullName, ways: Ways): NameEvidence => {
  const family = compared(a.family, b.family, ways.family);
  const given = compared(a.given, b.given, ways.given);
  const evidence = made(family, given, "otherName");
  return { ...evidence, points: evidence.points - 1 };
};

const reasonOf = (family: Open, given: Open): NameReason | undefined => {
  if (family.likeness === "other" || given.likeness === "other") return undefined;
  if (family.by === "layout" || given.by === "layout") return "layout";
  if (isTyping(family) || isTyping(given)) return "typing";
  if (given.by === "form") return "form";
  return family.by === "written" && given.by === "written" ? "sameName" : "sounds";
};

const isTyping = ({ likeness }: Open): boolean => likeness === "near" || likeness === "weak";
