import type { NewDocument } from "../merge/new-document.ts";
import type { Line } from "../model/kinds/line.ts";
import type { Scan } from "../model/kinds/scan.ts";
import { keyOf } from "../model/new-id.ts";
import { err, ok, type Result } from "../model/result.ts";
import { nextOrder } from "../roster/event-order.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import type { Guard } from "../safeguarding/release.ts";
import { isChildStop, lacksConfirmation } from "./child-stop.ts";
import { allScansOf, journeyState, type Manifest, notingsOf } from "./passenger-status.ts";

/**
 * A child whom nobody may take along is a stop, not a hint (domain reference 7.4), by the list as it is now. `guard`: what the site knows of the child,
 * where this phone has it.
 */
export const board = (
  manifest: Manifest,
  { _id }: Pick<Line, "_id">,
  doing: Attribution,
  guard?: Guard,
): Result<NewDocument, BoardError> => {
  const line = manifest.lines.find((one) => one._id === _id);
  if (journeyState(manifest.scans).state !== "boarding") return err({ type: "AlreadyDeparted" });
  if (!line || line.status === "cancelled") return err({ type: "PassengerCancelled" });
  if (isChildStop(line)) return err({ type: "ChildWithoutAdult" });
  if (guard && lacksConfirmation(line, guard)) return err({ type: "AdultNotConfirmed" });
  return ok(scanOf(manifest, line, "board", doing));
};

export type BoardError = {
  readonly type: "AlreadyDeparted" | "PassengerCancelled" | "ChildWithoutAdult" | "AdultNotConfirmed";
};

/** Takes the last tap back, by an event of its own. */
export const undoBoarding = (manifest: Manifest, line: Line, doing: Attribution): Result<NewDocument, BoardError> =>
  journeyState(manifest.scans).state === "boarding"
    ? ok(scanOf(manifest, line, "unboard", doing))
    : err({ type: "AlreadyDeparted" });

export const markNoShow = (manifest: Manifest, line: Line, doing: Attribution): Result<NewDocument, BoardError> =>
  journeyState(manifest.scans).state === "boarding"
    ? ok(scanOf(manifest, line, "no_show", doing))
    : err({ type: "AlreadyDeparted" });

/** Puts right what is known of one passenger, also after the bus has left: who was where does not wait for a locked list. */
export const correctBoarding = (
  manifest: Manifest,
  line: Line,
  event: Scan["event"],
  doing: Attribution,
): NewDocument => scanOf(manifest, line, event, doing);

export const arrive = (
  manifest: Manifest,
  doing: Attribution,
): Result<NewDocument, { readonly type: "NotOnTheRoad" }> =>
  journeyState(manifest.scans).state === "departed"
    ? ok(tripEvent(manifest, "arrive", doing, {}))
    : err({ type: "NotOnTheRoad" });

/** Ids are derived from passenger, order and act: two phones that board one person write the same event. */
const scanOf = ({ trip, scans }: Manifest, line: Line, event: Scan["event"], doing: Attribution): NewDocument => {
  const known = allScansOf(line, scans);
  const order = nextOrder(known);
  const boardings = known.filter((scan) => scan.event === "board").flatMap(notingsOf);
  const takesBack = event !== "board" && { takesBack: boardings };
  const content = {
    site: trip.site,
    tripId: trip._id,
    lineId: line._id,
    event,
    order,
    ...takesBack,
    via: "list",
    ...doing,
  };
  return { kind: "scan", id: `scan:${keyOf(line._id)}.${order}.${event}`, content };
};

/** An event of the whole trip. */
export const tripEvent = (
  { trip, scans }: Manifest,
  event: Scan["event"],
  doing: Attribution,
  extra: object,
): NewDocument => {
  const order = nextOrder(scans.filter((scan) => scan.lineId === undefined));
  const content = { site: trip.site, tripId: trip._id, event, order, ...doing, ...extra };
  return { kind: "scan", id: `scan:${keyOf(trip._id)}.${order}.${event}`, content };
};
