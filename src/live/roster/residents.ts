import { isMerged } from "../../domain/duplicates/merged.ts";
import { isWithdrawn } from "../../domain/intake/withdrawal.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { Stay } from "../../domain/model/kinds/stay.ts";
import { currentStay, type StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { type StayState, stayStateOf } from "../../domain/roster/stay-state.ts";
import type { Records } from "../records.ts";
import { newestFirst } from "../tables/by-id.ts";
import { listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { staysByPerson } from "./stays-of.ts";

export type Resident = {
  readonly person: Person;
  readonly stay: Stay;
  readonly events: readonly Presence[];
  readonly state: StayState;
};

/** Who holds a place at a site, by person. */
export const residentsAt = (records: Records, site: string): Table<Resident> =>
  joined<[Person, readonly StayWithEvents[]], Resident>(
    [records.table(siteDatabase(site), "person"), records.kept(staysByPerson, siteDatabase(site))],
    (person, stays = []) => {
      const current = person && currentStay(stays);
      return current && { person, ...current, state: stayStateOf(current.events) };
    },
  );

/** People of a site who were never given a place, or only by mistake, by person. */
export const withoutStayAt = (records: Records, site: string): Table<Person> =>
  joined<[Person, readonly StayWithEvents[]], Person>(
    [records.table(siteDatabase(site), "person"), records.kept(staysByPerson, siteDatabase(site))],
    (person, stays = []) => (person && hasNoStay(person, stays) ? person : undefined),
  );

/** The same in a list, newest first. */
export const withoutStayInOrder = (records: Records, site: string): Table<readonly Person[]> =>
  listed(records.kept(withoutStayAt, site), newestFirst);

/** True for a person of the site who was never given a place, or only by mistake. */
export const hasNoStay = (person: Person, stays: readonly StayWithEvents[]): boolean =>
  isHere(person) && stays.every(({ stay }) => stay.voided);

/** Whether the record is worked with. A withdrawn person who lies in a bed is a resident all the same. */
export const isHere = (person: Person): boolean => !person.voided && !isMerged(person) && !isWithdrawn(person);

/** Withdrawn on one phone and given a bed on another: whoever lies in a bed is answered for. */
export const isWithdrawnInBed = (person: Person, stays: readonly StayWithEvents[] = []): boolean =>
  !person.voided && !isMerged(person) && isWithdrawn(person) && currentStay(stays) !== undefined;
