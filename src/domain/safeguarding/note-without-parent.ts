import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import { isWithoutParent } from "./company.ts";

/**
 * Notes that no parent or guardian is with these children, for good: whoever corrects the record later lifts no stop by it. `parties` are the groups
 * as they were before a correction and as they are after it; what held before counts as well.
 */
export const unnotedWithoutParent = (
  parties: readonly (readonly Person[])[],
  today: string,
): readonly Person["_id"][] => [
  ...new Set(
    parties.flatMap((party) =>
      party.filter((one) => !one.noParentSince && isWithoutParent(one, party, today)).map(({ _id }) => _id),
    ),
  ),
];

export const noteWithoutParent = (person: Person, at: string): Result<Person, never> =>
  ok(person.noParentSince ? person : { ...person, noParentSince: at });
