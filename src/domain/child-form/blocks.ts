import type { Child } from "../model/kinds/child.ts";

export type ChildField = Exclude<
  keyof Child,
  "_id" | "_rev" | "kind" | "v" | "stamps" | "rivals" | "site" | "personId" | "voided" | "erased" | `created${string}`
>;

/** The blocks of the form (domain reference 3.5) with their fields, in the order in which officers fill them: what a child is in danger of comes first. */
export const childBlocks = {
  status: ["childStatus", "urgentConcern", "riskLevel", "identifiedBy", "identifiedPlace"],
  adult: [
    "adultName",
    "adultRelation",
    "childKnowsAdult",
    "adultEvidence",
    "adultPaper",
    "adultPaperEnd",
    "adultPhone",
    "adultAddress",
  ],
  notification: ["notified"],
  care: ["careArrangement", "caregiverName", "caregiverRelation", "careSince", "careAgency"],
  handover: ["handovers"],
  identity: [
    "familyName",
    "givenName",
    "patronymic",
    "familyNameLat",
    "givenNameLat",
    "nickname",
    "sex",
    "birth",
    "birthPlace",
    "nationality",
    "languages",
    "paperSeen",
  ],
  separation: ["separatedOn", "separationCause", "separationPlace", "separationStory"],
  parents: [
    "motherName",
    "motherMaidenName",
    "motherFate",
    "motherPlace",
    "motherPhone",
    "motherReached",
    "motherReachedOn",
    "fatherName",
    "fatherFate",
    "fatherPlace",
    "fatherPhone",
    "fatherReached",
    "fatherReachedOn",
  ],
  siblings: ["siblings"],
  institution: [
    "institutionName",
    "institutionOblast",
    "groupSize",
    "groupLeader",
    "groupChildren",
    "destinationApprovedBy",
  ],
  wishes: ["ownWishes", "medical", "comfortObject", "diet"],
  tracing: ["tracingByChild", "tracingByGuardian", "tracingStatus"],
} as const satisfies Readonly<Record<string, readonly ChildField[]>>;

export type ChildBlock = keyof typeof childBlocks;

/** How many fields of a block say something. */
export const filledIn = (child: Child, block: ChildBlock): number =>
  childBlocks[block].filter((field) => child[field] !== undefined && !isEmptyList(child[field])).length;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
