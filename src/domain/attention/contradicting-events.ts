import type { NewDocument } from "../merge/new-document.ts";
import type { Id } from "../model/field.ts";
import type { Line } from "../model/kinds/line.ts";
import type { Presence } from "../model/kinds/presence.ts";
import type { Scan } from "../model/kinds/scan.ts";
import { ok, type Result } from "../model/result.ts";
import { placeIn } from "../roster/event-order.ts";
import { answerFor, type ChildrenStay, type ChildrenStayError } from "../roster/leaving.ts";
import { type Attribution, type StayWithEvents, stayEvent } from "../roster/stay-commands.ts";
import { allScansOf, isOffList, scansOf } from "../transport/passenger-status.ts";

/**
 * Acts about one stay that cannot both hold: somebody noted that the person has left, and somebody who had not seen that noted
 * something else. Nothing follows a check-out in one stay but what was noted unseen of it. Empty where nothing is open.
 */
export const contradictionsInStay = (events: readonly Presence[]): readonly Presence[] => {
  const acts = events.filter(({ event, voided }) => !voided && tells.has(event));
  const last = latestOf(acts, placeIn(events));
  const here = last.filter(({ event }) => !leaves.has(event));
  const gone = acts.filter(({ event }) => leaves.has(event));
  return here.length > 0 && gone.length > 0 ? [...here, ...gone.slice(-1)] : [];
};

/** On board, and not on board by somebody who had not seen that, and whose act nobody had seen who let the person in. */
export const contradictionsAtBoarding = (line: Line, scans: readonly Scan[]): readonly Scan[] => {
  const acts = scansOf(line, scans);
  const place = placeIn(allScansOf(line, scans));
  const [boarding] = acts.slice(-1);
  if (boarding?.event !== "board") return [];
  const unseen = acts.filter((act) => act.event !== "board" && place(act) >= place(boarding));
  return unseen.length > 0 ? [...unseen.slice(-1), boarding] : [];
};

/**
 * Let in at the door, and taken off the list by somebody who had not seen that. Empty where it is settled: the line is back on the list, the
 * person is noted as not on board, or as on board once more.
 */
export const aboardOffList = (line: Line, scans: readonly Scan[]): readonly Scan[] => {
  const [before, last] = scansOf(line, scans).slice(-2);
  const latest = last ?? before;
  const isNotedAgain = before?.event === "board" && last?.event === "board" && before.order !== last.order;
  return isOffList(line) && latest?.event === "board" && !isNotedAgain ? [latest] : [];
};

export type Resolution = { readonly added: readonly NewDocument[]; readonly takenBack: readonly string[] };

/**
 * One of the acts holds. It is noted once more, so that a volunteer who settles it otherwise, unseen of this, is asked again; where the
 * person is here, the check-outs are taken back. `alone`: children who are without an adult in the house if that holds.
 */
export const resolveStay = (
  { stay, events }: StayWithEvents,
  right: Presence,
  alone: readonly Id<"person">[],
  childrenStay: ChildrenStay,
  doing: Attribution,
): Result<Resolution, ChildrenStayError> => {
  const answered = answerFor(alone, childrenStay);
  if (!answered.ok) return answered;
  return ok({
    added: [stayEvent(stay, events, right.event, doing, { ...extraOf(right), ...answered.value })],
    takenBack: leaves.has(right.event)
      ? []
      : events.filter(({ event, voided }) => !voided && leaves.has(event)).map(({ _id }) => _id),
  });
};

const extraOf = ({ reason, note, released, unconfirmed }: Presence) => ({
  ...(reason && { reason }),
  ...(note && { note }),
  ...(released && { released }),
  ...(unconfirmed && { unconfirmed }),
});

const latestOf = <A>(acts: readonly A[], place: (act: A) => number): readonly A[] => {
  const latest = Math.max(0, ...acts.map(place));
  return acts.filter((act) => place(act) === latest);
};

const leaves: ReadonlySet<string> = new Set<Presence["event"]>(["check_out", "no_show"]);
const tells: ReadonlySet<string> = new Set<Presence["event"]>([
  ...["check_in", "check_out", "leave_start", "leave_end", "absent"],
  ...["returned", "hospital_start", "hospital_end", "no_show"],
] as Presence["event"][]);
