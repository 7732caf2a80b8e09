import * as v from "valibot";
import { choice, choices, count, instant, lastDay, name, optional, ref, siteSlug, structure, text } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

/**
 * One passenger on a manifest. It carries what the driver needs at the door, because a driver cannot open the person's record
 * (domain reference 7.1, 7.3). Whether the passenger is on board is a fold of scan events (`boarding.ts`).
 */
export const line = defineKind("line", 1, ["site", "trip"], {
  site: siteSlug(),
  tripId: ref("trip", { fixed: true }),
  personId: optional(ref("person", { fixed: true })),
  groupId: optional(ref("group")),
  passenger: structure(
    v.object({
      familyName: v.exactOptional(name()),
      givenName: v.exactOptional(name()),
      familyNameLat: v.exactOptional(name()),
      givenNameLat: v.exactOptional(name()),
      sex: v.exactOptional(choice("sex")),
      ageBand: v.exactOptional(choice("ageBand")),
      child: v.boolean(),
      // No parent or guardian is with this child: it boards by a confirmation only (`released`).
      unaccompanied: v.exactOptional(v.boolean()),
    }),
    // A passenger who cannot be read counts as such a child, so that none is left behind and none is let in.
    { personal: true, standIn: { child: true, unaccompanied: true } },
  ),
  walkIn: optional(v.boolean()),
  seat: optional(count(1, 120)),
  boardStop: optional(count(0, 50)),
  alightStop: optional(count(0, 50)),
  status: choice("lineStatus", { standIn: "booked" }),
  needs: optional(choices("tripNeed", { merge: "union", personal: true })),
  luggageCount: optional(count(0, 50)),
  pet: optional(choice("pet")),
  destinationTold: optional(choice("language")),
  consentTravel: optional(structure(v.object({ by: text(80), at: instant() }))),
  childTravelBasis: optional(choice("childTravelBasis", { personal: true })),
  accompaniedBy: optional(ref("person")),
  /** The confirmation by which a child travels with an adult. */
  released: optional(ref("safeguarding")),
  handover: optional(
    structure(
      v.object({
        to: text(120),
        docSeen: v.exactOptional(text(40)),
        relation: v.exactOptional(text(80)),
        at: v.exactOptional(instant()),
        by: v.exactOptional(text(80)),
      }),
      { personal: true },
    ),
  ),
  safeArrival: optional(
    structure(
      v.object({
        dueAt: instant(),
        confirmedAt: v.exactOptional(instant()),
        how: v.exactOptional(choice("safeArrivalHow")),
        by: v.exactOptional(text(80)),
      }),
    ),
  ),
  expiresAt: lastDay(),
});
export type Line = DocumentOf<typeof line>;
