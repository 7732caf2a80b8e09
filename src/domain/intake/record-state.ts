import { addDays } from "../dates/add-days.ts";
import { isMerged } from "../duplicates/merged.ts";
import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import { retentionDays } from "../retention/retention-days.ts";
import { isWithdrawn } from "./withdrawal.ts";

type Known = Pick<Person, "birth" | "familyName" | "givenName" | "latSource">;

/**
 * How far a record is (domain reference 3.1): complete with both names, an age and the privacy notice; verified once the names were
 * read from a document. `isInformed`: the group was told what is written down of it.
 */
export const recordStateOf = (
  { birth, familyName, givenName, latSource }: Known,
  isInformed: boolean,
): "complete" | "quick" | "verified" => {
  if (!familyName || !givenName || !birth || !isInformed) return "quick";
  return latSource === "document" ? "verified" : "complete";
};

/** The record with the state that follows from it: what was completed is kept as long as complete records are. Verified elsewhere stays so. */
export const withRecordState = (person: Person, isInformed: boolean, today: string): Person => {
  if (isMerged(person) || person.recordState === "merged" || person.recordState === "expired") return person;
  if (isWithdrawn(person)) return { ...person, recordState: "withdrawn" };
  const next = recordStateOf(person, isInformed);
  const recordState = next === "complete" && person.recordState === "verified" ? "verified" : next;
  if (recordState === "quick" || person.recordState !== "quick") return { ...person, recordState };
  const lastDay = addDays(today, retentionDays.complete);
  return {
    ...person,
    recordState,
    expiresAt: (person.expiresAt ?? "") > lastDay ? person.expiresAt : lastDay,
  } as Person;
};

/** The same as a command: after something else than the record itself was corrected. */
export const settleRecordState = (person: Person, isInformed: boolean, today: string): Result<Person, never> =>
  ok(withRecordState(person, isInformed, today));

/** What was read from a document were other names: they are there, and are to be compared once more. */
export const notVerified = (person: Person): Person => ({
  ...person,
  ...(person.latSource === "document" && { latSource: "typed" }),
  ...(person.recordState === "verified" && { recordState: "complete" }),
});
