import { choice, instant, optional, ref, siteSlug, text } from "../field.ts";
import { type DocumentOf, defineEvents } from "../kind.ts";

/**
 * Something that was done to protect a child: who was told, who stays with it, which adult it may leave with. Written once, never edited. The
 * stop sign and its answer only (T1); what happened to the child stands in no field of it.
 */
export const safeguarding = defineEvents("safeguarding", 1, ["site"], {
  site: siteSlug(),
  personId: ref("person", { fixed: true }),
  event: choice("safeguardingEvent", { fixed: true }),
  at: instant(),
  by: text(80),
  /** Who was told. */
  office: optional(choice("safeguardingOffice")),
  /** The adult whom the child may leave with: registered here, or by name alone. */
  adultId: optional(ref("person")),
  adultName: optional(text(120, { personal: true })),
  /** By what right, and the papers in which it was seen (domain reference 3.5, 7.4). */
  basis: optional(choice("childTravelBasis", { personal: true })),
  papers: optional(choice("relationEvidence", { personal: true })),
  /** The event that is taken charge of. */
  incident: optional(text(140)),
  note: optional(text(200, { personal: true })),
});
export type Safeguarding = DocumentOf<typeof safeguarding>;
