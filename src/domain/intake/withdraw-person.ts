import { authorOf } from "../merge/edits-of.ts";
import type { CodeOf } from "../model/codes.ts";
import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { recordStateOf } from "./record-state.ts";
import { isWithdrawn, mayBeChild } from "./withdrawal.ts";

/** Where the person is, as the records say. */
export type WithdrawalFacts = {
  /** A place in the house is kept for them. */
  readonly isHoused: boolean;
  /** Booked on a trip that is not over, or aboard. */
  readonly isOnTrip: boolean;
  readonly isChild: boolean;
  /** Children who would be without an adult. */
  readonly alone: readonly Id<"person">[];
};

export type WithdrawalAnswer = {
  readonly reason: CodeOf<"withdrawReason"> | undefined;
  /** In words: another reason; where the child is; who is with the children who stay. */
  readonly note: string;
  /** The volunteer was told of the trip, and that its list keeps the passenger. */
  readonly knowsTrip: boolean;
  /** Children whom the question named. */
  readonly named: readonly Id<"person">[];
};

/** `isLead`: may agree to the withdrawal of a child, and does so by withdrawing a child whom another account registered. */
export type WithdrawalDoing = Attribution & { readonly isLead: boolean };

/**
 * Takes a registration back: the person leaves the lists, the record stays and can be brought back. Refuses where somebody lies in a bed, so that no
 * occupied bed is hidden, and asks about a trip and about children before.
 */
export const withdrawPerson = (
  person: Person,
  facts: WithdrawalFacts,
  answer: WithdrawalAnswer,
  doing: WithdrawalDoing,
): Result<Person, WithdrawalError> => {
  const { reason } = answer;
  if (isWithdrawn(person)) return ok(person);
  if (facts.isHoused) return err({ type: "StillHasBed" });
  if (!reason) return err({ type: "WithdrawReasonMissing" });
  if (facts.isOnTrip && !answer.knowsTrip) return err({ type: "TripNotAnswered" });
  if (!facts.alone.every((child) => answer.named.includes(child))) return err({ type: "ChildrenNotNamed" });
  if (needsWords(facts, reason) && !hasWords(answer.note)) return err({ type: "WordsMissing" });
  const { withdrawalAsks: _asked, ...kept } = person;
  const asks = facts.isChild || mayBeChild(person);
  const settles = doing.isLead && doing.by !== person.createdBy;
  return ok({
    ...kept,
    withdrawn: reason,
    withdrawnAt: doing.at,
    withdrawnNote: cutText(answer.note.trim(), 200),
    ...(asks && { withdrawalAsks: doing.at }),
    ...(settles && { withdrawalSeen: doing.at }),
    ...((settles || !asks) && { recordState: "withdrawn" as const }),
  });
};

export type WithdrawalError =
  | { readonly type: "StillHasBed" }
  | { readonly type: "WithdrawReasonMissing" }
  | { readonly type: "TripNotAnswered" }
  | { readonly type: "ChildrenNotNamed" }
  | { readonly type: "WordsMissing" };

/** Of a child, of whoever leaves children behind, and of any other reason a few words are kept. */
export const needsWords = (
  { isChild, alone }: Pick<WithdrawalFacts, "isChild" | "alone">,
  reason: CodeOf<"withdrawReason"> | undefined,
): boolean => isChild || alone.length > 0 || reason === "other";

/**
 * A lead has looked at the withdrawal of a child, and agrees. Two accounts answer for it: another one registered the child, and another withdrew.
 * Since the volunteer asked, the child may have got a bed or a place on a bus: what is asked then is asked again.
 */
export const agreeToWithdrawal = (
  person: Person,
  facts: Pick<WithdrawalFacts, "isHoused" | "isOnTrip">,
  { knowsTrip }: Pick<WithdrawalAnswer, "knowsTrip">,
  { by }: Pick<Attribution, "by">,
): Result<Person, AgreementError> => {
  if (person.withdrawnAt === undefined) return ok(person);
  if (!mayAgree(person, by)) return err({ type: "NeedsAnotherLead" });
  if (facts.isHoused) return err({ type: "StillHasBed" });
  if (facts.isOnTrip && !knowsTrip) return err({ type: "TripNotAnswered" });
  return ok({ ...person, withdrawalSeen: person.withdrawnAt, recordState: "withdrawn" });
};

export type AgreementError =
  | { readonly type: "NeedsAnotherLead" }
  | { readonly type: "StillHasBed" }
  | { readonly type: "TripNotAnswered" };

export const mayAgree = (person: Person, by: string): boolean =>
  by !== person.createdBy && by !== authorOf(person, "withdrawn");

/** The registration holds again, as complete as it is. Which withdrawal a lead agreed to stays noted: a later one is another. */
export const bringBackPerson = (person: Person, isInformed: boolean): Result<Person, never> => {
  const { withdrawn, withdrawnAt: _at, withdrawnNote: _note, withdrawalAsks: _asks, ...kept } = person;
  return ok(withdrawn === undefined ? person : { ...kept, recordState: recordStateOf(kept, isInformed) });
};
