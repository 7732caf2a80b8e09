import type { Resident, RosterView } from "../../../live/roster/roster-view.ts";

/** Who should be in the house now: whoever is in, and whoever is away without having said so. */
export const expectedPeople = ({ residents }: RosterView): readonly Resident[] =>
  [...residents.values()].filter(({ state }) => state.status === "in" || state.status === "absent");
