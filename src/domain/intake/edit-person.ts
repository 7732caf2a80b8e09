import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import { followNeeds, type NeedsChange } from "./follow-needs.ts";
import { notVerified, withRecordState } from "./record-state.ts";

/** What an edit goes by, besides what was typed. */
export type EditBasis = {
  /** The group was told what is written down of it. */
  readonly isInformed: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What follows for the person's own needs. */
  readonly needs: NeedsChange | undefined;
};

/** Writes the fields that were changed in a form, and what follows from them: needs, and how far the record is. */
export const editPerson = (
  person: Person,
  changed: Readonly<Record<string, unknown>>,
  { isInformed, today, needs }: EditBasis,
): Result<Person, never> => {
  const typed = { ...person, ...withSource(changed) } as Person;
  const renamed = nameFields.some((field) => typed[field] !== person[field]) ? notVerified(typed) : typed;
  const edited = withRecordState(renamed, isInformed, today);
  return needs ? followNeeds(edited, needs) : ok(edited);
};

const nameFields = ["familyName", "givenName", "familyNameLat", "givenNameLat"] as const;

/** A Latin name that somebody typed is no longer the suggestion. */
const withSource = (changed: Readonly<Record<string, unknown>>) =>
  "familyNameLat" in changed || "givenNameLat" in changed ? { ...changed, latSource: "typed" } : changed;
