import {
  aboardOffList,
  contradictionsAtBoarding,
  contradictionsInStay,
} from "../../domain/attention/contradicting-events.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { Scan } from "../../domain/model/kinds/scan.ts";
import { currentStay, type StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { keepsBed, stayStateOf } from "../../domain/roster/stay-state.ts";
import { passengerStatus } from "../../domain/transport/passenger-status.ts";
import { isTripOver, tripStateOf } from "../../domain/transport/trip-state.ts";
import type { Records } from "../records.ts";
import { staysByPerson } from "../roster/stays-of.ts";
import { everyone, listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import { openTable, type Table } from "../tables/table.ts";
import { ridesAt } from "../transport/departed-people.ts";
import { earliestFirst, type TripView, tripsAt } from "../transport/trips-view.ts";

/** A person who, by what was noted, is in two places at once. */
export type PlaceConflict = { readonly personId: string } & (
  | { readonly type: "LeftOrHere"; readonly stay: StayWithEvents; readonly acts: readonly Presence[] }
  | { readonly type: "TwoStays"; readonly stays: readonly StayWithEvents[] }
  | { readonly type: "BoardedOrNot"; readonly ride: Ride; readonly acts: readonly Scan[] }
  | { readonly type: "AboardOffList"; readonly ride: Ride }
  | { readonly type: "OnTwoBuses"; readonly rides: readonly Ride[] }
  | { readonly type: "LeftByBus"; readonly ride: Ride; readonly stay: StayWithEvents }
  | { readonly type: "OutOtherwise"; readonly ride: Ride; readonly stay: StayWithEvents }
);

export type Ride = { readonly trip: TripView; readonly line: Line };

/**
 * What cannot be true across records, as far as this account sees them. Nothing is refused for it: it is found after the merge
 * and put before a person. What the hour decides is judged here, of the few of whom anything is to be judged.
 */
export const placeConflictsOf = (
  records: Records,
  site: string | undefined,
  databases: readonly string[],
  now: string,
): readonly PlaceConflict[] => {
  const between = site === undefined ? undefined : records.kept(betweenStays, siteDatabase(site)).get(everyone);
  const atDoors = records.kept(atTheDoor, site, databases).get(everyone) ?? [];
  const contested = records.kept(contestedRides, site, databases).get(everyone) ?? [];
  const weekAgo = daysBefore(7, now);
  const isRecent = ({ trip }: TripView): boolean => trip.departAt > weekAgo;
  return [
    ...(between ?? []).flatMap(({ conflicts }) => conflicts),
    ...atDoors.flatMap(({ trip, conflicts }) =>
      isRecent(trip) && !isTripOver(trip.trip, trip.scans, now) ? conflicts : [],
    ),
    ...contested.flatMap((of) => {
      const rides = of.rides.filter(({ trip }) => isRecent(trip));
      return rides.length > 0 ? betweenBusAndHouse({ ...of, rides }, now) : [];
    }),
  ];
};

type OfPerson = { readonly personId: string; readonly conflicts: readonly PlaceConflict[] };
type OfTrip = { readonly trip: TripView; readonly conflicts: readonly PlaceConflict[] };
type Contested = {
  readonly personId: string;
  readonly rides: readonly Ride[];
  readonly stays: readonly StayWithEvents[];
};

const betweenStays = (records: Records, database: string): Table<readonly OfPerson[]> =>
  listed(
    joined<[readonly StayWithEvents[]], OfPerson>([records.kept(staysByPerson, database)], (stays = [], personId) => {
      const conflicts = inStays(stays, personId);
      return conflicts.length > 0 ? { personId, conflicts } : undefined;
    }),
    byPerson,
  );

const inStays = (stays: readonly StayWithEvents[], personId: string): readonly PlaceConflict[] => {
  const valid = stays.filter(({ stay }) => !stay.voided);
  const opposed = valid.flatMap((stay): readonly PlaceConflict[] => {
    const acts = contradictionsInStay(stay.events);
    return acts.length > 0 ? [{ type: "LeftOrHere", personId, stay, acts }] : [];
  });
  const open = valid.filter(({ events }) => keepsBed(stayStateOf(events)));
  return open.length > 1 && opposed.length === 0 ? [{ type: "TwoStays", personId, stays: open }] : opposed;
};

const atTheDoor = (
  records: Records,
  site: string | undefined,
  databases: readonly string[],
): Table<readonly OfTrip[]> =>
  listed(
    joined<[TripView], OfTrip>([records.kept(tripsAt, site, databases)], (trip) => {
      const conflicts = trip ? inTrip(trip) : [];
      return trip && conflicts.length > 0 ? { trip, conflicts } : undefined;
    }),
    (a, b) => earliestFirst(a.trip, b.trip),
  );

const inTrip = (trip: TripView): readonly PlaceConflict[] =>
  trip.lines.flatMap((line): readonly PlaceConflict[] => {
    const [personId, ride] = [line.personId ?? line._id, { trip, line }];
    const acts = contradictionsAtBoarding(line, trip.scans);
    if (acts.length > 0) return [{ type: "BoardedOrNot", personId, ride, acts }];
    return aboardOffList(line, trip.scans).length > 0 ? [{ type: "AboardOffList", personId, ride }] : [];
  });

/** Those who sit in a bus by what was noted, and elsewhere, too: whether it is a conflict may depend on the hour. */
const contestedRides = (
  records: Records,
  site: string | undefined,
  databases: readonly string[],
): Table<readonly Contested[]> => {
  const stays =
    site === undefined ? openTable<readonly StayWithEvents[]>().table : records.kept(staysByPerson, siteDatabase(site));
  return listed(
    joined<[readonly TripView[], readonly StayWithEvents[]], Contested>(
      [records.kept(ridesAt, site, databases), stays],
      (trips = [], ofPerson = [], personId) => {
        const rides = trips.flatMap((trip) => ridesOf(trip, personId));
        const isElsewhere = currentStay(ofPerson) !== undefined || ofPerson.slice(-1).some(isOutOtherwise);
        return rides.length > 1 || (rides.length > 0 && isElsewhere) ? { personId, rides, stays: ofPerson } : undefined;
      },
    ),
    byPerson,
  );
};

const ridesOf = (trip: TripView, personId: string): readonly Ride[] =>
  trip.lines
    .filter((line) => line.personId === personId && passengerStatus(line, trip.scans) === "boarded")
    .map((line) => ({ trip, line }));

const byPerson = (a: { readonly personId: string }, b: { readonly personId: string }): number =>
  a.personId < b.personId ? -1 : 1;

const betweenBusAndHouse = ({ personId, rides, stays }: Contested, now: string): readonly PlaceConflict[] => {
  const under = rides.filter(
    ({ trip: { trip, scans } }) => underWay.has(tripStateOf(trip, scans)) && !isTripOver(trip, scans, now),
  );
  if (under.length > 1) return [{ type: "OnTwoBuses", personId, rides: under }];
  const left = rides.find(({ trip }) => trip.scans.some(({ event, voided }) => event === "depart" && !voided));
  const open = currentStay(stays);
  if (left && open && isFromBefore(open, left)) return [{ type: "LeftByBus", personId, ride: left, stay: open }];
  const [ride, last] = [under[0], stays.at(-1)];
  return ride && last && hasLeftOtherwise(last, ride) ? [{ type: "OutOtherwise", personId, ride, stay: last }] : [];
};

/** A passenger who was noted as here after the departure does not sit in that bus any more. */
const isFromBefore = ({ events }: StayWithEvents, { trip }: Ride): boolean => {
  const state = stayStateOf(events);
  const left = trip.scans.find(({ event, voided }) => event === "depart" && !voided)?.at ?? "";
  return state.status === "in" && state.since < left;
};

/** Checked out for a reason that no bus journey is. */
const isOutOtherwise = ({ stay, events }: StayWithEvents): boolean => {
  const state = stayStateOf(events);
  return !stay.voided && state.status === "out" && elsewhere.has(state.reason ?? "");
};

const hasLeftOtherwise = (stay: StayWithEvents, { line, trip }: Ride): boolean => {
  const state = stayStateOf(stay.events);
  if (!isOutOtherwise(stay) || !("since" in state)) return false;
  return trip.scans.some(
    ({ lineId, event, at }) => lineId === line._id && event === "board" && at >= daysBefore(1, state.since),
  );
};

const daysBefore = (days: number, at: string): string => new Date(Date.parse(at) - days * 86_400_000).toISOString();

const underWay: ReadonlySet<string> = new Set(["boarding", "departed", "incident"]);
const elsewhere: ReadonlySet<string> = new Set(["left_no_notice", "hospital_long", "child_protection", "death"]);
