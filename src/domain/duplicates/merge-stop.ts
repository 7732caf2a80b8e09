import { mayBeChild } from "../intake/withdrawal.ts";
import type { Id } from "../model/field.ts";
import type { Person } from "../model/kinds/person.ts";

/** What other records say of two people, one of whom is to leave the lists. */
export type LosingFacts = {
  /** A place in the house is kept for the losing record. */
  readonly isHoused: boolean;
  /** It is booked on a trip that is not over, or aboard. */
  readonly isOnTrip: boolean;
  /** Something happened to it that nobody has taken charge of. */
  readonly hasOpenIncident: boolean;
  /** Whether the losing record, and the surviving one, may leave only with a confirmed adult. */
  readonly isGuarded: boolean;
  readonly isSurvivorGuarded: boolean;
  /** Children who would be without an adult once the losing record is off the lists. */
  readonly alone: readonly Id<"person">[];
};

export type MergeStop = {
  readonly type:
    | "OfOneGroup"
    | "RecordNotInUse"
    | "StandsForOthers"
    | "StopWouldBeLost"
    | "ChildWouldBeAdult"
    | "IncidentOpen"
    | "LoserHasBed"
    | "LoserHasSeat"
    | "ChildrenDepend";
};

/**
 * Why a record may not leave the lists for another one. Of a child the stricter counts: what keeps it from leaving with anybody is never lost with a
 * record. People of one group are never joined here: twins share all but the given name, and who was written twice in a group is withdrawn in words.
 */
export const mergeStop = (loser: Person, survivor: Person, facts: LosingFacts): MergeStop | undefined => {
  const type = whyNot(loser, survivor, facts);
  return type && { type };
};

const whyNot = (loser: Person, survivor: Person, facts: LosingFacts): MergeStop["type"] | undefined => {
  if (loser.groupId !== undefined && loser.groupId === survivor.groupId) return "OfOneGroup";
  if (!isJoinable(loser, survivor) || !isJoinable(survivor, loser)) return "RecordNotInUse";
  if (loser.mergedFrom?.some((id) => id !== survivor._id)) return "StandsForOthers";
  if (isStopLost(loser, survivor) || (facts.isGuarded && !facts.isSurvivorGuarded)) return "StopWouldBeLost";
  if (mayBeChild(loser) && !mayBeChild(survivor)) return "ChildWouldBeAdult";
  if (facts.hasOpenIncident) return "IncidentOpen";
  if (facts.isHoused) return "LoserHasBed";
  if (facts.isOnTrip) return "LoserHasSeat";
  return facts.alone.length > 0 ? "ChildrenDepend" : undefined;
};

/** Another one than itself, at the same site, in use and not on its way elsewhere. Two that point at each other may be put right. */
const isJoinable = (person: Person, other: Person): boolean =>
  person._id !== other._id &&
  person.site === other.site &&
  !person.voided &&
  person.withdrawn === undefined &&
  person.movesTo === undefined &&
  (person.mergedInto === undefined || person.mergedInto === other._id);

/** Whether it was noted of the losing record alone, or earlier, that no parent is with the child. */
export const isStopLost = (loser: Pick<Person, "noParentSince">, survivor: Pick<Person, "noParentSince">): boolean =>
  loser.noParentSince !== undefined &&
  (survivor.noParentSince === undefined || survivor.noParentSince > loser.noParentSince);
