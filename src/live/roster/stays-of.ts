import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import type { Records } from "../records.ts";

/** The stays of each person in one database, the first one first, with what happened in them. */
export const staysOf = (records: Records, database: string): ReadonlyMap<string, readonly StayWithEvents[]> => {
  const eventsByStay = new Map<string, Presence[]>();
  for (const event of records.all(database, "presence").values()) {
    if (!event.stayId) continue;
    const events = eventsByStay.get(event.stayId);
    if (events) events.push(event);
    else eventsByStay.set(event.stayId, [event]);
  }
  const byPerson = new Map<string, StayWithEvents[]>();
  const stays = [...records.all(database, "stay").values()].sort((a, b) => byCode.compare(a._id, b._id));
  for (const stay of stays) {
    const withEvents = { stay, events: eventsByStay.get(stay._id) ?? [] };
    byPerson.set(stay.personId, [...(byPerson.get(stay.personId) ?? []), withEvents]);
  }
  return byPerson;
};

const byCode = new Intl.Collator("en", { numeric: true });
