import type { Resident } from "../../../live/roster/residents.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { byId } from "../../../live/tables/by-id.ts";

/** Who should be in the house now, in the order of registration: whoever is in, and whoever is away without having said so. */
export const expectedPeople = ({ residents }: RosterView): readonly Resident[] =>
  [...residents.values()]
    .filter(({ state }) => state.status === "in" || state.status === "absent")
    .sort((a, b) => byId(a.person, b.person));
