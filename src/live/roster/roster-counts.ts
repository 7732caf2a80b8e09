import { isChild } from "../../domain/intake/is-child.ts";
import type { Records } from "../records.ts";
import { type Part, summed } from "../tables/summed.ts";
import type { Table } from "../tables/table.ts";
import { type Resident, residentsAt } from "./residents.ts";

export type RosterCounts = {
  readonly inside: number;
  readonly childrenInside: number;
  /** On leave, absent or in hospital: the bed is kept. */
  readonly away: number;
  readonly inHospital: number;
};

/** The numbers of a site on the day `on`. */
export const rosterCounts = (records: Records, site: string, on: string): RosterCounts => {
  const counts = records.kept(countsAt, site, on);
  const count = (name: keyof RosterCounts): number => counts.get(name) ?? 0;
  return {
    inside: count("inside"),
    childrenInside: count("childrenInside"),
    away: count("away"),
    inHospital: count("inHospital"),
  };
};

const countsAt = (records: Records, site: string, on: string): Table<number> =>
  summed(records.kept(residentsAt, site), (resident) => partsOf(resident, on));

const partsOf = ({ person, state }: Resident, on: string): readonly Part[] => {
  const names: readonly (keyof RosterCounts | false)[] = [
    state.status === "in" && "inside",
    state.status === "in" && isChild(person, on) && "childrenInside",
    awayStates.has(state.status) && "away",
    state.status === "hospital" && "inHospital",
  ];
  return names.flatMap((name) => (name ? [[name, 1] as const] : []));
};

const awayStates: ReadonlySet<string> = new Set(["leave", "absent", "hospital"]);
