import { followNeeds, needsChanges } from "../../domain/intake/follow-needs.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Attribution } from "../../domain/roster/stay-commands.ts";
import {
  noteCompany,
  noteWithoutParent,
  unnotedCompany,
  unnotedWithoutParent,
} from "../../domain/safeguarding/note-without-parent.ts";
import type { Correction } from "./use-correction.ts";

/**
 * What follows for people once these groups are others: their needs, and that no parent is with a child. `except` is who was corrected and follows by
 * itself.
 */
export const followGroup = (
  before: readonly (readonly Person[])[],
  after: readonly (readonly Person[])[],
  today: string,
  except?: string,
): readonly Correction<never>[] => [
  ...needsChanges(before, after, today)
    .filter(({ id }) => id !== except)
    .map((change) => ({ id: change.id, command: (person: Person) => followNeeds(person, change) })),
  ...unnotedCompany(before, today).map(({ id, cameWith }) => ({
    id,
    command: (person: Person) => noteCompany(person, cameWith),
  })),
  ...unnotedWithoutParent(before, after, today)
    .filter((id) => id !== except && after.some((party) => party.some(({ _id }) => _id === id)))
    .map((id) => ({ id, command: (person: Person, { at }: Attribution) => noteWithoutParent(person, at) })),
];
