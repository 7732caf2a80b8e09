import type { NewDocument } from "../merge/new-document.ts";
import type { CodeOf } from "../model/codes.ts";
import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Presence } from "../model/kinds/presence.ts";
import { err, ok, type Result } from "../model/result.ts";
import { type Departure, type Guard, type Release, type ReleaseError, releaseOf } from "../safeguarding/release.ts";
import { childrenLeftAlone, type House } from "./children-alone.ts";
import { type Attribution, type StayWithEvents, stayEvent } from "./stay-commands.ts";
import { keepsBed, stayStateOf } from "./stay-state.ts";

/** Events after which a resident is not in the house, whether for an hour or for good. */
export type LeavingEvent = Extract<
  Presence["event"],
  "check_out" | "leave_start" | "hospital_start" | "absent" | "no_show"
>;

export const isLeaving = (event: Presence["event"]): event is LeavingEvent => leavingEvents.has(event);

/** A resident who goes: the stay that holds, and what is told of this one. */
export type Leaver = StayWithEvents & {
  /** Of a child: what stands between it and the door. */
  readonly guard?: Guard | undefined;
  readonly reason?: CodeOf<"checkoutReason"> | undefined;
  readonly departure?: Departure | undefined;
};

/** What was asked and answered about the children who stay without an adult. */
export type ChildrenStay = {
  /** Children whom the question named. */
  readonly named: readonly Id<"person">[];
  /** Who looks after them, or who was told; in words. */
  readonly care: string;
};

export const noChildrenStay: ChildrenStay = { named: [], care: "" };

/**
 * Notes that people leave the house, all of them or nobody. Children who would stay without an adult have to be named and answered for first;
 * with an answer it is always noted, for people leave whether an app agrees or not.
 */
export const leaveHouse = (
  house: House,
  going: readonly Leaver[],
  event: LeavingEvent,
  childrenStay: ChildrenStay,
  doing: Attribution,
): Result<readonly NewDocument[], LeavingError> =>
  going.some(({ events }) => !keepsBed(stayStateOf(events)))
    ? err({ type: "AlreadyOut" })
    : noteLeaving(house, going, event, childrenStay, doing);

/**
 * Checks out people who sit in a bus that has left; also who was checked out for another reason before. It has happened: a child without a confirmed
 * adult is noted as that.
 */
export const leaveByBus = (
  house: House,
  going: readonly Leaver[],
  childrenStay: ChildrenStay,
  doing: Attribution,
): Result<readonly NewDocument[], LeavingError> => noteLeaving(house, going, "check_out", childrenStay, doing, true);

const noteLeaving = (
  house: House,
  going: readonly Leaver[],
  event: LeavingEvent,
  childrenStay: ChildrenStay,
  doing: Attribution,
  hasHappened = !departures.has(event),
): Result<readonly NewDocument[], LeavingError> => {
  const ids = going.map(({ stay }) => stay.personId);
  const releases: (Release | undefined)[] = [];
  for (const leaver of going) {
    const release = releaseAt(event, leaver, ids);
    if (!release.ok && !hasHappened) return release;
    releases.push(release.ok ? release.value : { unconfirmed: true });
  }
  const alone = childrenLeftAlone(house, ids).map(({ _id }) => _id);
  const answered = answerFor(alone, childrenStay);
  if (!answered.ok) return answered;
  return ok(
    going.map(({ stay, events, reason }, place) =>
      stayEvent(stay, events, event, doing, { ...(reason && { reason }), ...releases[place], ...answered.value }),
    ),
  );
};

/** A child is checked out with an adult; one without a parent goes nowhere but with a confirmed one. */
const releaseAt = (
  event: LeavingEvent,
  { guard, departure = {} }: Leaver,
  going: readonly string[],
): Result<Release, ReleaseError> =>
  guard && (event === "check_out" || guard.needsConfirmedAdult) ? releaseOf(guard, departure, going) : ok({});

/** What can be stopped at the door. A child in an ambulance, or not in its bed, has gone. */
const departures: ReadonlySet<LeavingEvent> = new Set<LeavingEvent>(["check_out", "leave_start"]);

export type LeavingError = { readonly type: "AlreadyOut" } | ReleaseError | ChildrenStayError;

/** What an event keeps of the answer about children who stay; refuses where one of them was not named, or nothing was said in words. */
export const answerFor = (
  alone: readonly Id<"person">[],
  { named, care }: ChildrenStay,
): Result<Partial<Pick<Presence, "childrenStay" | "childrenCare">>, ChildrenStayError> => {
  if (alone.length === 0) return ok({});
  if (!alone.every((child) => named.includes(child))) return err({ type: "ChildrenNotNamed" });
  if (!hasWords(care)) return err({ type: "ChildrenCareMissing" });
  return ok({ childrenStay: [...alone], childrenCare: cutText(care.trim(), 200) });
};

export type ChildrenStayError = { readonly type: "ChildrenNotNamed" } | { readonly type: "ChildrenCareMissing" };

/**
 * What was answered about a child who stays, when somebody of theirs left: the latest word of each who answered, for nobody's clock may hide
 * what another wrote.
 */
export const careNotedFor = (childId: string, events: readonly Presence[]): readonly Presence[] => {
  const answers = events
    .filter(
      ({ event, childrenStay, voided }) => isLeaving(event) && !voided && childrenStay?.some((id) => id === childId),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return [...new Map(answers.map((answer) => [answer.createdBy, answer])).values()].reverse();
};

const leavingEvents: ReadonlySet<string> = new Set<LeavingEvent>([
  "check_out",
  "leave_start",
  "hospital_start",
  "absent",
  "no_show",
]);
