import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Stay } from "../../domain/model/kinds/stay.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import type { Records } from "../records.ts";
import { everyone } from "../tables/grouped.ts";
import { freePlacesAt, overbookedAt, places, type RoomView, roomsAt } from "./beds-at.ts";
import { type Resident, residentsAt, withoutStayInOrder } from "./residents.ts";
import { staysOf } from "./stays-of.ts";

export type RosterView = {
  readonly rooms: readonly RoomView[];
  /** Everybody who holds a place, by person id, in no order. */
  readonly residents: ReadonlyMap<string, Resident>;
  /** People of the site who were never given a bed, newest first; `waitingForBed` leaves out those who have left on a bus. */
  readonly withoutBed: readonly Person[];
  readonly staysByPerson: ReadonlyMap<string, readonly StayWithEvents[]>;
  readonly doubles: readonly (readonly Stay[])[];
  readonly bedsFree: number;
};

/** Who is where at one site: rooms and beds of the directory, stays and what happened in them. */
export const rosterOf = (records: Records, site: string): RosterView => {
  let withoutBed: readonly Person[] | undefined;
  return {
    rooms: records.kept(roomsAt, site).get(everyone) ?? [],
    residents: records.kept(residentsAt, site).rows(),
    // Thousands where people pass through, and most screens show only those who wait.
    get withoutBed() {
      withoutBed ??= records.kept(withoutStayInOrder, site).get(everyone) ?? [];
      return withoutBed;
    },
    staysByPerson: staysOf(records, siteDatabase(site)),
    doubles: overbookedBedsAt(records, site),
    bedsFree: records.kept(freePlacesAt, site).get(places) ?? 0,
  };
};

/** The beds of a site that more people hold than have a place in them, without the rest of the roster. */
export const overbookedBedsAt = (records: Records, site: string): RosterView["doubles"] =>
  records.kept(overbookedAt, site).get(everyone) ?? [];
