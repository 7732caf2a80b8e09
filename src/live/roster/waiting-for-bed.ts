import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { newestFirst } from "../tables/by-id.ts";
import { everyone, listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { departedAt } from "../transport/departed-people.ts";
import type { TripView } from "../transport/trips-view.ts";
import { hasNoStay, withoutStayAt } from "./residents.ts";
import { staysOfPerson } from "./stays-of.ts";

/** Everybody at a site who waits for a bed, newest first: not residents, people who have checked out, or passengers of a trip that has left. */
export const waitingAt = (records: Records, site: string, databases: readonly string[]): readonly Person[] =>
  records.kept(waitingInOrder, site, databases).get(everyone) ?? [];

/** Those of `people` who wait for a bed, in the same order. */
export const waitingForBed = (
  records: Records,
  site: string,
  people: readonly Person[],
  databases: readonly string[],
): readonly Person[] => {
  const waiting = people.filter((person) => hasNoStay(person, staysOfPerson(records, siteDatabase(site), person._id)));
  if (waiting.length === 0) return waiting;
  const departed = records.kept(departedAt, site, databases);
  return waiting.filter(({ _id }) => !departed.get(_id));
};

const waitingInOrder = (records: Records, site: string, databases: readonly string[]): Table<readonly Person[]> =>
  listed(
    joined<[Person, readonly TripView[]], Person>(
      [records.kept(withoutStayAt, site), records.kept(departedAt, site, databases)],
      (person, departed) => (departed ? undefined : person),
    ),
    newestFirst,
  );
