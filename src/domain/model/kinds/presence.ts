import { choice, count, instant, listOf, optional, ref, siteSlug, text, yesNo } from "../field.ts";
import { type DocumentOf, defineEvents } from "../kind.ts";

/** Something that was seen or done about somebody's presence. Written once, never edited; `void` it where it was a mistake. */
export const presence = defineEvents("presence", 1, ["site"], {
  site: siteSlug(),
  personId: ref("person", { fixed: true }),
  stayId: optional(ref("stay", { fixed: true })),
  rollCallId: optional(ref("roll-call", { fixed: true })),
  event: choice("presenceKind", { fixed: true }),
  /** 1 + the highest number that the writer knew of for this stay: what had been seen, not what the clock said. */
  order: count(1, 100_000, { fixed: true }),
  at: instant(),
  via: optional(choice("via")),
  by: text(80),
  reason: optional(choice("checkoutReason", { personal: true })),
  note: optional(text(200, { personal: true })),
  /** The confirmation by which a child left with an adult. */
  released: optional(ref("safeguarding")),
  /** A child left, and nobody had confirmed an adult: somebody has to take charge of it. */
  unconfirmed: optional(yesNo()),
  /** Children who stayed in the house without an adult when this person left it. */
  childrenStay: optional(listOf(ref("person"))),
  /** Who looks after them, or who was told. */
  childrenCare: optional(text(200, { personal: true })),
});
export type Presence = DocumentOf<typeof presence>;
