import { compareStamps } from "../merge/stamps.ts";
import type { Person } from "../model/kinds/person.ts";
import { isChild } from "./is-child.ts";

type Withdrawal = Pick<Person, "birth" | "childCare" | "needFlags"> &
  Partial<Pick<Person, "noParentSince">> &
  Pick<Person, "withdrawalAsks" | "withdrawalSeen" | "withdrawn" | "withdrawnAt"> &
  Partial<Pick<Person, "createdAt" | "stamps">>;

/**
 * Whether a registration was taken back, so that lists leave the person out. Of a child it counts only once a lead has agreed to this very
 * withdrawal: until then the child stays wherever it was shown.
 */
export const isWithdrawn = (person: Withdrawal): boolean =>
  person.withdrawn !== undefined && (isAgreed(person) || !asksLead(person));

/** Withdrawn by a volunteer, and for a lead to look at. */
export const awaitsLead = (person: Withdrawal): boolean => person.withdrawn !== undefined && !isWithdrawn(person);

/**
 * Whether somebody may be a child, by anything that was noted. Ages are those of the registration: a day that somebody writes later makes
 * nobody older.
 */
export const mayBeChild = (person: Omit<Withdrawal, "stamps">): boolean =>
  person.childCare !== undefined ||
  person.noParentSince !== undefined ||
  (person.needFlags ?? []).some((flag) => flag === "child_alone" || flag === "child_not_parent") ||
  isChild(person, (person.createdAt ?? person.withdrawnAt ?? "").slice(0, 10));

/**
 * What the withdrawal itself noted holds whatever is corrected later. Beside it counts what is known now: it may have been noted unseen on another
 * phone, or the app that withdrew knew nothing of the question.
 */
const asksLead = (person: Withdrawal): boolean => person.withdrawalAsks !== undefined || mayBeChild(person);

/** Whether a lead has agreed to the withdrawal that stands. An agreement that was written before is one to an earlier withdrawal, whatever hour this one claims. */
export const isAgreed = ({ stamps, withdrawalSeen, withdrawn, withdrawnAt }: Withdrawal): boolean => {
  if (withdrawn === undefined || withdrawnAt === undefined || withdrawalSeen !== withdrawnAt) return false;
  if (!stamps) return true;
  const { base, own = {} } = stamps;
  const of = (field: string) => own[field] ?? base;
  const seen = of("withdrawalSeen");
  return compareStamps(seen, of("withdrawn")) >= 0 && compareStamps(seen, of("withdrawnAt")) >= 0;
};
