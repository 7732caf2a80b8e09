import type { Person } from "../../../domain/model/kinds/person.ts";
import type { PersonWithGroup } from "../../../live/intake/people-of.ts";
import { followGroup } from "../follow-group.ts";
import { groupWithout } from "../members/group-corrections.ts";
import type { Correction } from "../use-correction.ts";

/** What follows for the group once a person is off its lists: needs of the others, counts, who speaks for it. */
export const followWithdrawal = (
  person: Person,
  { group, members, companions }: Pick<PersonWithGroup, "companions" | "group" | "members">,
  today: string,
): readonly Correction<never>[] => [
  ...followGroup([members], [companions], today),
  ...(group ? groupWithout({ group, members }, person) : []),
];
