import { siteDatabase } from "../../domain/model/databases.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import { passengerStatus } from "../../domain/transport/boarding.ts";
import type { Records } from "../records.ts";
import { type TripView, tripsOf } from "./trips-view.ts";

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
  const members = by === "groupId" ? membersOf(records, site, id) : new Set([id]);
  const isOne = ({ personId, [by]: named }: Line): boolean => named === id || members.has(personId ?? "");
  const tripIds = new Set<string>();
  for (const database of [siteDatabase(site), ...databases])
    for (const line of records.all(database, "line").values()) if (isOne(line)) tripIds.add(line.tripId);
  if (tripIds.size === 0) return [];
  return tripsOf(records, site, databases, ({ _id }) => tripIds.has(_id))
    .map((view) => ({
      view,
      lines: view.lines.filter((line) => isOne(line) && passengerStatus(line, view.scans) !== "cancelled"),
    }))
    .filter(({ lines }) => lines.length > 0)
    .reverse();
};

/** A line may have been booked before its passenger joined the group, or without naming it. */
const membersOf = (records: Records, site: string, groupId: string): ReadonlySet<string> =>
  new Set(
    [...records.all(siteDatabase(site), "person").values()]
      .filter((person) => person.groupId === groupId)
      .map(({ _id }) => _id),
  );
