import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import { childrenAlone, type Guest, type House, isAdultPresent } from "../../domain/roster/children-alone.ts";
import { careNotedFor } from "../../domain/roster/leaving.ts";
import { currentStay, type StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { stayStateOf } from "../../domain/roster/stay-state.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { departedAt } from "../transport/departed-people.ts";
import type { TripView } from "../transport/trips-view.ts";
import { isHere, isWithdrawnInBed } from "./residents.ts";
import { staysByPerson } from "./stays-of.ts";

/**
 * Of those whom a site answers for everybody who matters when these people go: their parties, the children they are named for, and who else may look
 * after those. Who was never checked in and has left on a bus is out. `today` is a day, `YYYY-MM-DD`.
 */
export const houseOf = (records: Records, site: string, today: string, going: readonly string[]): House => {
  const [guests, parties] = [records.kept(guestsAt, site), records.kept(guestsByParty, site)];
  const wards = records.kept(guestsByAdult, site);
  const theirs = going.flatMap((id) => [guests.get(id) ?? [], wards.get(id) ?? []].flat());
  const households = theirs.flatMap((guest) => parties.get(partyOf(guest)) ?? []);
  const named = households.flatMap(({ person }) => (person.accompaniedBy && guests.get(person.accompaniedBy)) || []);
  return { today, guests: [...new Set([...households, ...named])].sort(byPerson) };
};

/** A child in the house without an adult, and what was answered to who looks after it. */
export type ChildAlone = { readonly child: Person; readonly care: readonly Presence[] };

/** Children without an adult in the house, but not those of a group that was registered and never checked in: that is intake's affair. */
export const childrenAloneIn = (records: Records, site: string, today: string): readonly ChildAlone[] => {
  const guests = records.kept(guestsAt, site);
  const answers = records.kept(careByChild, siteDatabase(site));
  return [...records.kept(aloneByParty, site, today).rows().values()]
    .flat()
    .filter(({ accompaniedBy }) => !accompaniedBy || !isAdultPresent(guests.get(accompaniedBy), today))
    .sort(byId)
    .map((child) => ({ child, care: careNotedFor(child._id, answers.get(child._id) ?? []) }));
};

export const guestsAt = (records: Records, site: string): Table<Guest> =>
  joined<[Person, readonly StayWithEvents[], readonly TripView[]], Guest>(
    [
      records.table(siteDatabase(site), "person"),
      records.kept(staysByPerson, siteDatabase(site)),
      records.kept(departedAt, site, "all"),
    ],
    (person, stays, departed) =>
      person && (isHere(person) || isWithdrawnInBed(person, stays))
        ? { person, status: statusOf(stays, departed !== undefined) }
        : undefined,
  );

const guestsByParty = (records: Records, site: string): Table<readonly Guest[]> =>
  grouped(records.kept(guestsAt, site), (guest) => [partyOf(guest)], byPerson);

/** Children by the adult who is named for them. */
const guestsByAdult = (records: Records, site: string): Table<readonly Guest[]> =>
  grouped(records.kept(guestsAt, site), ({ person }) => [person.accompaniedBy], byPerson);

const partyOf = ({ person }: Guest): string => person.groupId ?? person._id;

/** Children of a party that is in the house without an adult of its own; an adult of another may be named for them. */
const aloneByParty = (records: Records, site: string, today: string): Table<readonly Person[]> =>
  joined<[readonly Guest[]], readonly Person[]>([records.kept(guestsByParty, site)], (guests = []) => {
    if (guests.every(({ status }) => status === "waiting")) return undefined;
    const alone = childrenAlone({ guests, today });
    return alone.length > 0 ? alone : undefined;
  });

const careByChild = (records: Records, database: string): Table<readonly Presence[]> =>
  grouped(records.table(database, "presence"), ({ childrenStay = [] }) => childrenStay, byId);

const byPerson = (a: Guest, b: Guest): number => byId(a.person, b.person);

const statusOf = (stays: readonly StayWithEvents[] = [], hasDeparted: boolean): Guest["status"] => {
  const valid = stays.filter(({ stay }) => !stay.voided);
  const latest = currentStay(valid) ?? valid.at(-1);
  if (latest) return stayStateOf(latest.events).status;
  return hasDeparted ? "out" : "waiting";
};
