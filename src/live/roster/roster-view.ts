import { directoryDatabase, siteDatabase } from "../../domain/model/databases.ts";
import { groupBy } from "../../domain/model/group-by.ts";
import type { Bed } from "../../domain/model/kinds/bed.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { Room } from "../../domain/model/kinds/room.ts";
import type { Stay } from "../../domain/model/kinds/stay.ts";
import { bedCapacity, freePlaces } from "../../domain/roster/bed-places.ts";
import { currentStay, doubleBookings, type StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { type StayState, stayStateOf } from "../../domain/roster/stay-state.ts";
import type { Records } from "../records.ts";
import { remembered } from "../remembered.ts";
import { staysOf } from "./stays-of.ts";

export const rosterKinds = ["person", "stay", "presence", "room", "bed"] as const;

export type Resident = {
  readonly person: Person;
  readonly stay: Stay;
  readonly events: readonly Presence[];
  readonly state: StayState;
};
export type BedView = { readonly bed: Bed; readonly residents: readonly Resident[] };
export type RoomView = { readonly room: Room; readonly beds: readonly BedView[] };
export type RosterView = {
  readonly rooms: readonly RoomView[];
  /** Everybody who holds a place, by person id. */
  readonly residents: ReadonlyMap<string, Resident>;
  /** People of the site who were never given a bed, newest first; `waitingForBed` leaves out those who have left on a bus. */
  readonly withoutBed: readonly Person[];
  readonly staysByPerson: ReadonlyMap<string, readonly StayWithEvents[]>;
  readonly doubles: readonly (readonly Stay[])[];
  readonly bedsFree: number;
};

/** Who is where at one site: rooms and beds of the directory, stays and what happened in them. */
export const rosterOf = (records: Records, site: string): RosterView => {
  const people = records.all(siteDatabase(site), "person");
  const staysByPerson = staysOf(records, siteDatabase(site));
  const residents = residentsIn(people, staysByPerson);
  const rooms = roomsOf(records, site, [...residents.values()]);
  return {
    rooms,
    residents,
    staysByPerson,
    withoutBed: [...people.values()].filter((person) => hasNoStay(person, staysByPerson)).sort(newestFirst),
    doubles: doublesOf(records, residents),
    bedsFree: rooms.flatMap(({ beds }) => beds).reduce((sum, view) => sum + freePlacesIn(view), 0),
  };
};

/** The beds of a site that more people hold than have a place in them, without the rest of the roster. */
export const overbookedBedsAt = (records: Records, site: string): RosterView["doubles"] => {
  const database = siteDatabase(site);
  return doublesOf(records, residentsIn(records.all(database, "person"), staysOf(records, database)));
};

const residentsIn = (
  people: ReadonlyMap<string, Person>,
  staysByPerson: RosterView["staysByPerson"],
): ReadonlyMap<string, Resident> => {
  const residents = new Map<string, Resident>();
  for (const [personId, stays] of staysByPerson) {
    const [person, current] = [people.get(personId), currentStay(stays)];
    if (person && current) residents.set(personId, { person, ...current, state: stayStateOf(current.events) });
  }
  return residents;
};

/** How many more may be given this bed now. */
export const freePlacesIn = ({ bed, residents }: BedView): number => freePlaces(bed, residents.length);

/** True for a person of the site who was never given a place, or only by mistake. */
export const hasNoStay = (person: Person, staysByPerson: RosterView["staysByPerson"]): boolean =>
  isHere(person) && !(staysByPerson.get(person._id) ?? []).some(({ stay }) => !stay.voided);

const doublesOf = (records: Records, residents: ReadonlyMap<string, Resident>): readonly (readonly Stay[])[] => {
  const beds = records.all(directoryDatabase, "bed");
  return doubleBookings([...residents.values()].map(({ stay }) => stay)).filter((stays) => {
    const bed = stays[0]?.bedId && beds.get(stays[0].bedId);
    return !bed || stays.length > bedCapacity(bed);
  });
};

const bedsByRoom = (records: Records, directory: string) =>
  groupBy<Bed>(records.all(directory, "bed").values(), ({ roomId }) => roomId);

const roomsOf = (records: Records, site: string, residents: readonly Resident[]): readonly RoomView[] => {
  const inBed = new Map<string, Resident[]>();
  for (const resident of residents) {
    if (resident.stay.bedId) inBed.set(resident.stay.bedId, [...(inBed.get(resident.stay.bedId) ?? []), resident]);
  }
  const beds = remembered(records, directoryDatabase, ["bed"], bedsByRoom);
  return [...records.all(directoryDatabase, "room").values()]
    .filter((room) => room.site === site && !room.voided)
    .sort((a, b) => byCode.compare(a.code, b.code))
    .map((room) => ({
      room,
      beds: (beds.get(room._id) ?? [])
        .filter((bed) => bed.site === site && !bed.voided)
        .sort((a, b) => byCode.compare(a.code, b.code))
        .map((bed) => ({ bed, residents: inBed.get(bed._id) ?? [] })),
    }));
};

const byCode = new Intl.Collator("en", { numeric: true });

export const isHere = (person: Person): boolean => !person.voided && !person.mergedInto;

const newestFirst = (a: Person, b: Person): number => (a._id < b._id ? 1 : -1);
