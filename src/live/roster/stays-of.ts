import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { Stay } from "../../domain/model/kinds/stay.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";

/** The stays of each person in one database, the first one first, with what happened in them. */
export const staysOf = (records: Records, database: string): ReadonlyMap<string, readonly StayWithEvents[]> =>
  records.kept(staysByPerson, database).rows();

/** The same of one of them. */
export const staysOfPerson = (records: Records, database: string, personId: string): readonly StayWithEvents[] =>
  records.kept(staysByPerson, database).get(personId) ?? [];

export const staysByPerson = (records: Records, database: string): Table<readonly StayWithEvents[]> =>
  grouped(
    joined<[Stay, readonly Presence[]], StayWithEvents>(
      [records.table(database, "stay"), records.kept(eventsByStay, database)],
      (stay, events = []) => stay && { stay, events },
    ),
    ({ stay }) => [stay.personId],
    inOrder,
  );

const eventsByStay = (records: Records, database: string): Table<readonly Presence[]> =>
  grouped(records.table(database, "presence"), ({ stayId }) => [stayId], byId);

const inOrder = (a: StayWithEvents, b: StayWithEvents): number =>
  byCode.compare(a.stay._id, b.stay._id) || byId(a.stay, b.stay);

const byCode = new Intl.Collator("en", { numeric: true });
