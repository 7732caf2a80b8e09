import * as v from "valibot";
import {
  cardNumbers,
  choice,
  choices,
  count,
  instant,
  lastDay,
  listOf,
  name,
  optional,
  ref,
  siteSlug,
  structure,
  text,
  yesNo,
} from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

const countKey = v.pipe(v.string(), v.regex(/^[fmxu]\|(0_4|5_11|12_17|18_59|60_plus|unknown)$/));

/** People who travel together. It may hold counts before it holds anybody (domain reference 3.4). */
export const group = defineKind("group", 1, ["site"], {
  site: siteSlug(),
  groupNo: optional(v.pipe(text(9, { personal: true }), v.regex(/^\d{9}$/))),
  /** Numbers of cards that were printed before and given to the group, and of those that were reported lost (`cards/`). */
  cards: optional(cardNumbers()),
  lostCards: optional(cardNumbers()),
  label: optional(name()),
  focalPersonId: optional(ref("person")),
  /** `sex|ageBand` → number of people, as counted on arrival. */
  counts: optional(structure(v.record(countKey, count(0, 999)))),
  arrivedAt: instant(),
  intent: optional(choice("intent")),
  destCountry: optional(v.pipe(text(3, { personal: true }), v.regex(/^[A-Z]{3}$/))),
  destCity: optional(text(80, { personal: true })),
  keepTogether: yesNo({ standIn: true }),
  linkedGroups: optional(listOf(v.object({ groupId: ref("group"), reason: choice("linkReason") }), { merge: "union" })),
  /** The one number at which the group can be reached; `e164` only where the number is a valid one. */
  phone: optional(
    structure(v.object({ raw: text(40), e164: v.exactOptional(text(16)) }), { input: "phone", personal: true }),
  ),
  pets: optional(choices("pet")),
  noticeGiven: optional(
    structure(
      v.object({
        version: text(20),
        language: choice("language"),
        how: choice("noticeHow"),
        at: instant(),
        by: text(80),
      }),
    ),
  ),
  expiresAt: lastDay(),
});
export type Group = DocumentOf<typeof group>;
