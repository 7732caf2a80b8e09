import { siteDatabase } from "../../domain/model/databases.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import { passengerStatus } from "../../domain/transport/passenger-status.ts";
import { peopleByGroup } from "../intake/group-view.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import type { Copy } from "../tables/documents.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";
import { earliestFirst, isTripListed, type TripView, tripOf } from "./trips-view.ts";

/** A trip with the lines of those who are looked at; without lines that were taken off its list. */
export type TripOfPeople = { readonly view: TripView; readonly lines: readonly Line[] };

/** The trips that a person, or the people of a group, are booked on, as far as this account sees them, the latest departure first. */
export const tripsOfPeople = (
  records: Records,
  site: string,
  databases: readonly string[],
  by: "personId" | "groupId",
  id: string,
): readonly TripOfPeople[] => {
  const members = by === "groupId" ? membersOf(records, site, id) : [id];
  const isOne = ({ personId, [by]: named }: Line): boolean =>
    named === id || (personId !== undefined && members.includes(personId));
  const lines = [id, ...members].flatMap((one) => records.kept(linesByPassenger).get(one) ?? []);
  const isSeen = ({ database }: Copy<Line>) => database === siteDatabase(site) || databases.includes(database);
  const tripIds = new Set(lines.filter(isSeen).map(({ document }) => document.tripId));
  return [...tripIds]
    .filter((tripId) => isTripListed(records, tripId, site, databases))
    .flatMap((tripId) => tripOf(records, tripId, site, databases) ?? [])
    .sort(earliestFirst)
    .map((view) => ({
      view,
      lines: view.lines.filter((line) => isOne(line) && passengerStatus(line, view.scans) !== "cancelled"),
    }))
    .filter((trip) => trip.lines.length > 0)
    .reverse();
};

/** A line may have been booked before its passenger joined the group, or without naming it. */
const membersOf = (records: Records, site: string, groupId: string): readonly string[] =>
  (records.kept(peopleByGroup, siteDatabase(site)).get(groupId) ?? []).map(({ _id }) => _id);

/** By the ids of the passenger and of the group that are named. */
const linesByPassenger = (records: Records): Table<readonly Copy<Line>[]> =>
  grouped(
    records.copies("line"),
    ({ document }) => [document.personId, document.groupId],
    (a, b) => byId(a.document, b.document) || (a.database < b.database ? -1 : 1),
  );
