import * as v from "valibot";
import { choice, count, instant, lastDay, listOf, optional, ref, siteSlug, structure, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

const stop = v.object({
  place: text(80),
  site: v.exactOptional(siteSlug()),
  kind: choice("stopKind"),
  plannedAt: instant(),
  contactName: v.exactOptional(text(80, { personal: true })),
  contactPhone: v.exactOptional(text(40, { personal: true })),
});

/**
 * One journey. `status` is what the dispatcher decides (draft, boarding, closed, cancelled); departed and arrived are folds of
 * scan events (`boarding.ts`). The address of a protected destination is not a field here (domain reference 7.1).
 */
export const trip = defineKind("trip", 1, ["site", "trip"], {
  site: siteSlug(),
  tripNo: text(20),
  orgId: optional(ref("organisation")),
  vehicleId: optional(ref("vehicle")),
  driverIds: optional(listOf(ref("driver"), { merge: "members" })),
  /** Accounts that may open the trip's database. */
  driverAccounts: optional(listOf(text(80), { merge: "members" })),
  coordinatorPhone: optional(text(40)),
  departAt: instant(),
  stops: listOf(stop),
  destinationSite: optional(v.pipe(text(41), v.regex(/^[a-z][a-z0-9-]{0,40}$/))),
  hostName: optional(text(80, { personal: true })),
  hostVerified: optional(structure(v.object({ how: text(80), at: instant(), by: text(80) }))),
  seatsUsable: count(1, 120),
  luggageLimit: optional(count(0, 20)),
  petsAllowed: optional(yesNo()),
  foodWaterOnBoard: optional(yesNo()),
  /** Where it cannot be read no passenger boards, and leads see a plan that needs their attention. */
  status: choice("tripStatus", { standIn: "draft" }),
  notes: optional(text(500)),
  expiresAt: lastDay(),
});
export type Trip = DocumentOf<typeof trip>;
