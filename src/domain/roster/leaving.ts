import type { NewDocument } from "../merge/new-document.ts";
import type { CodeOf } from "../model/codes.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Presence } from "../model/kinds/presence.ts";
import { err, ok, type Result } from "../model/result.ts";
import { childrenLeftAlone, type House } from "./children-alone.ts";
import { type Attribution, type StayWithEvents, stayEvent } from "./stay-commands.ts";
import { keepsBed, stayStateOf } from "./stay-state.ts";

/** Events after which a resident is not in the house, whether for an hour or for good. */
export type LeavingEvent = Extract<
  Presence["event"],
  "check_out" | "leave_start" | "hospital_start" | "absent" | "no_show"
>;

export const isLeaving = (event: Presence["event"]): event is LeavingEvent => leavingEvents.has(event);

/** A resident who goes: the stay that holds, whether it is a child, and what is told of this one. */
export type Leaver = StayWithEvents & {
  readonly isChild: boolean;
  readonly reason?: CodeOf<"checkoutReason"> | undefined;
  /** With whom a child goes; needed at check-out. */
  readonly withAdult?: string | undefined;
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

/** Checks out people who sit in a bus that has left; also who was checked out for another reason before. */
export const leaveByBus = (
  house: House,
  going: readonly Leaver[],
  childrenStay: ChildrenStay,
  doing: Attribution,
): Result<readonly NewDocument[], LeavingError> => noteLeaving(house, going, "check_out", childrenStay, doing);

const noteLeaving = (
  house: House,
  going: readonly Leaver[],
  event: LeavingEvent,
  childrenStay: ChildrenStay,
  doing: Attribution,
): Result<readonly NewDocument[], LeavingError> => {
  const lacksAdult = event === "check_out" && going.some(({ isChild, withAdult }) => isChild && !withAdult);
  if (lacksAdult) return err({ type: "ChildNeedsAdult" });
  const alone = childrenLeftAlone(
    house,
    going.map(({ stay }) => stay.personId),
  ).map(({ _id }) => _id);
  const answered = answerFor(alone, childrenStay);
  if (!answered.ok) return answered;
  return ok(
    going.map(({ stay, events, isChild, reason, withAdult }) =>
      stayEvent(stay, events, event, doing, {
        ...(reason && { reason }),
        ...(isChild && withAdult && { note: withAdult }),
        ...answered.value,
      }),
    ),
  );
};

export type LeavingError = { readonly type: "AlreadyOut" } | { readonly type: "ChildNeedsAdult" } | ChildrenStayError;

/** What an event keeps of the answer about children who stay; refuses where one of them was not named, or nothing was said in words. */
export const answerFor = (
  alone: readonly Id<"person">[],
  { named, care }: ChildrenStay,
): Result<Partial<Pick<Presence, "childrenStay" | "childrenCare">>, ChildrenStayError> => {
  if (alone.length === 0) return ok({});
  if (!alone.every((child) => named.includes(child))) return err({ type: "ChildrenNotNamed" });
  if (!hasWords(care)) return err({ type: "ChildrenCareMissing" });
  return ok({ childrenStay: [...alone], childrenCare: care.trim().slice(0, 200) });
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
