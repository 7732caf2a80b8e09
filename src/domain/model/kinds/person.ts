import * as v from "valibot";
import { birth } from "../../dates/birth.ts";
import { codes } from "../codes.ts";
import {
  cardNumbers,
  choice,
  choices,
  date,
  instant,
  lastDay,
  listOf,
  maybeText,
  name,
  optional,
  ref,
  siteName,
  siteSlug,
  text,
} from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

const nationality = () => listOf(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), { input: "choices", personal: true });

/** Somebody who arrived: the T1 core (domain reference 3.1). Either name may be missing; a sex and an age band are enough. */
export const person = defineKind("person", 1, ["site"], {
  site: siteSlug(),
  regNo: optional(v.pipe(text(9, { personal: true }), v.regex(/^\d{9}$/))),
  /** Numbers of cards that were printed before and given to the person, and of those that were reported lost (`cards/`). */
  cards: optional(cardNumbers()),
  lostCards: optional(cardNumbers()),
  familyName: optional(name()),
  givenName: optional(name()),
  patronymic: optional(name()),
  familyNameLat: optional(name()),
  givenNameLat: optional(name()),
  latSource: optional(choice("latSource", { merge: "derived" })),
  otherNames: optional(listOf(name(), { input: "text", merge: "union", personal: true })),
  sex: optional(choice("sex", { personal: true })),
  birth: optional(birth()),
  nationality: optional(nationality()),
  originAdm1: optional(choice("oblast", { personal: true })),
  originSettlement: optional(text(80, { personal: true })),
  languages: optional(choices("language", { personal: true })),
  groupId: optional(ref("group")),
  relationToFocal: optional(choice("relationship", { personal: true })),
  /** Who is with this child. */
  childCare: optional(choice("childCare", { personal: true })),
  accompaniedBy: optional(ref("person")),
  /** Adults of age who were in the group of this child when it was registered, or before somebody left it. */
  cameWith: optional(listOf(ref("person"), { merge: "derived" })),
  /** When it was first noted that no parent or guardian is with this child. It stays: a correction answers nothing (`safeguarding/`). */
  noParentSince: optional(instant({ merge: "min" })),
  borderCrossedOn: optional(date({ personal: true })),
  borderPoint: optional(choice("borderPoint", { personal: true })),
  plStatus: optional(choice("plStatus", { personal: true })),
  /** Health and a wish to talk in private stand here only until a worker has moved them (`walls/`). */
  needFlags: optional(
    choices("needFlag", { merge: "union", personal: true, withheld: [...codes.healthNeed, "talk_private"] }),
  ),
  /** What whoever gives beds, seats and meals has to know of them, never why (`walls/`). */
  placeMarks: optional(choices("placeMark", { merge: "union" })),
  /** Those of the needs that the app noted by itself after a correction (`intake/follow-needs.ts`). */
  impliedNeeds: optional(choices("needFlag", { merge: "derived", personal: true })),
  recordState: choice("recordState", { merge: "derived", standIn: "quick" }),
  source: optional(choice("source", { merge: "derived" })),
  /** The record that is used in the place of this one, and those in whose place this one is used (`duplicates/same-person.ts`). */
  mergedInto: optional(ref("person")),
  mergedFrom: optional(listOf(ref("person"), { merge: "union" })),
  /** Records of people who look alike and are others, as somebody has said who leads. */
  notSame: optional(listOf(ref("person"), { merge: "union" })),
  /** What is to be found out before anybody says whether this record and another one are of one person (`duplicates/ask-same.ts`). */
  sameAsks: optional(
    listOf(v.object({ other: ref("person"), by: text(80), at: instant(), question: maybeText(200) }), {
      merge: "union",
      personal: true,
    }),
  ),
  /** The site that this record is to go to: the server copies it there and leaves a placeholder here. */
  movesTo: optional(siteName()),
  /** Why the registration does not hold any more (`intake/withdrawal.ts`). */
  withdrawn: optional(choice("withdrawReason", { personal: true })),
  withdrawnAt: optional(instant({ merge: "derived" })),
  /** What was answered: another reason, or where a child is and who was told. Written with every withdrawal, so that it is never another's. */
  withdrawnNote: optional(maybeText(200, { personal: true, merge: "derived" })),
  /** The `withdrawnAt` for which a lead is to be asked: of a child, as it was known then. Written by the withdrawal and changed by no edit. */
  withdrawalAsks: optional(instant({ merge: "derived" })),
  /** The `withdrawnAt` that a lead agreed to, where the person is a child. */
  withdrawalSeen: optional(instant({ merge: "derived" })),
  expiresAt: lastDay(),
});
export type Person = DocumentOf<typeof person>;
