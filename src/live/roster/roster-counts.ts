import { isChild } from "../../domain/intake/is-child.ts";
import type { RosterView } from "./roster-view.ts";

export type RosterCounts = {
  readonly inside: number;
  readonly childrenInside: number;
  /** On leave, absent or in hospital: the bed is kept. */
  readonly away: number;
  readonly inHospital: number;
};

/** The numbers of a site on the day `on`. */
export const rosterCounts = ({ residents }: RosterView, on: string): RosterCounts => {
  const all = [...residents.values()];
  const inside = all.filter(({ state }) => state.status === "in");
  return {
    inside: inside.length,
    childrenInside: inside.filter(({ person }) => isChild(person, on)).length,
    away: all.filter(({ state }) => awayStates.has(state.status)).length,
    inHospital: all.filter(({ state }) => state.status === "hospital").length,
  };
};

const awayStates: ReadonlySet<string> = new Set(["leave", "absent", "hospital"]);
