import { followNeeds, needsChanges } from "../../domain/intake/follow-needs.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Correction } from "./use-correction.ts";

/** What follows for the needs of people once these groups are others; `except` is who was corrected and follows by itself. */
export const followGroup = (
  before: readonly (readonly Person[])[],
  after: readonly (readonly Person[])[],
  today: string,
  except?: string,
): readonly Correction<never>[] =>
  needsChanges(before, after, today)
    .filter(({ id }) => id !== except)
    .map((change) => ({ id: change.id, command: (person: Person) => followNeeds(person, change) }));
