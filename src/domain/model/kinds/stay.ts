import { date, lastDay, optional, ref, siteSlug, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

/**
 * A place kept for one person at one site. Whether the person is in, on leave or gone is a fold of presence events
 * (`stay-state.ts`), never stored here (domain reference 3.9).
 */
export const stay = defineKind("stay", 1, ["site"], {
  site: siteSlug(),
  personId: ref("person", { fixed: true }),
  groupId: optional(ref("group")),
  roomId: optional(ref("room", { merge: "derived" })),
  bedId: optional(ref("bed")),
  plannedFrom: optional(date()),
  plannedTo: optional(date()),
  forwardingContactConsent: optional(yesNo()),
  houseRulesAccepted: optional(yesNo()),
  keyNo: optional(text(20)),
  mealPlan: optional(text(40)),
  leaveContact: optional(text(80, { personal: true })),
  expiresAt: lastDay(),
});
export type Stay = DocumentOf<typeof stay>;
