import { registrationOrder } from "../../domain/intake/registration-order.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { isHere } from "../roster/residents.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** Those of a group who are here; by the person's id, where there is no group. */
export const parties = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(
    records.table(database, "person"),
    (person) => (isHere(person) ? [person.groupId ?? person._id] : []),
    registrationOrder,
  );
