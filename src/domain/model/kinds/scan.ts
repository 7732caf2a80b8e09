import { choice, count, instant, listOf, optional, ref, siteSlug, text } from "../field.ts";
import { type DocumentOf, defineEvents } from "../kind.ts";

/** Something done at the bus door. Written once, never edited; an undo is an event of its own. */
export const scan = defineEvents("scan", 1, ["trip"], {
  site: siteSlug(),
  tripId: ref("trip", { fixed: true }),
  lineId: optional(ref("line", { fixed: true })),
  event: choice("scanKind", { fixed: true }),
  /** 1 + the highest number that the writer knew of for this passenger, or for the trip where there is no passenger. */
  order: count(1, 100_000, { fixed: true }),
  at: instant(),
  stop: optional(count(0, 50)),
  counted: optional(count(0, 200)),
  reason: optional(text(200, { personal: true })),
  /** At a departure: lines of the passengers whom it parted from their people, as the volunteer who let the bus go was told. */
  parted: optional(listOf(ref("line"))),
  /** Boardings that its writer knew of and says are over, each by its id and one device that noted it: two may note one boarding. */
  takesBack: optional(listOf(text(140), { merge: "union" })),
  via: optional(choice("via")),
  by: text(80),
});
export type Scan = DocumentOf<typeof scan>;
