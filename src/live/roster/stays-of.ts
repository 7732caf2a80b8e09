import { groupBy } from "../../domain/model/group-by.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import type { Records } from "../records.ts";
import { remembered } from "../remembered.ts";

/** The stays of each person in one database, the first one first, with what happened in them. */
export const staysOf = (records: Records, database: string): ReadonlyMap<string, readonly StayWithEvents[]> =>
  remembered(records, database, ["stay", "presence"], staysByPerson);

const staysByPerson = (records: Records, database: string): ReadonlyMap<string, readonly StayWithEvents[]> => {
  const eventsByStay = groupBy<Presence>(records.all(database, "presence").values(), ({ stayId }) => stayId);
  const stays = [...records.all(database, "stay").values()].sort((a, b) => byCode.compare(a._id, b._id));
  return groupBy<StayWithEvents>(
    stays.map((stay) => ({ stay, events: eventsByStay.get(stay._id) ?? [] })),
    ({ stay }) => stay.personId,
  );
};

const byCode = new Intl.Collator("en", { numeric: true });
