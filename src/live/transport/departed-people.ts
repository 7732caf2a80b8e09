import { journeyState, passengerStatus } from "../../domain/transport/passenger-status.ts";
import type { Records } from "../records.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";
import { type Databases, earliestFirst, type TripView, tripsAt } from "./trips-view.ts";

/** Who has left on a bus of this site, as far as this account sees its trips: they wait for no bed here. */
export const departedFrom = (records: Records, site: string, databases: Databases): ReadonlySet<string> =>
  new Set(records.kept(departedAt, site, databases).rows().keys());

/** The same with the trips, by person. */
export const departedAt = (
  records: Records,
  site: string | undefined,
  databases: Databases,
): Table<readonly TripView[]> => grouped(records.kept(tripsAt, site, databases), departedOn, earliestFirst);

/** Who sits in which buses by what was noted last, also long after: by person. */
export const ridesAt = (records: Records, site: string | undefined, databases: Databases): Table<readonly TripView[]> =>
  grouped(records.kept(tripsAt, site, databases), boardedOn, earliestFirst);

const departedOn = (trip: TripView): readonly (string | undefined)[] =>
  journeyState(trip.scans).state === "boarding" ? [] : boardedOn(trip);

const boardedOn = ({ lines, scans }: TripView): readonly (string | undefined)[] =>
  lines.filter((line) => passengerStatus(line, scans) === "boarded").map(({ personId }) => personId);
