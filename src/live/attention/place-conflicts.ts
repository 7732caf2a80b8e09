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
import { passengerStatus } from "../../domain/transport/boarding.ts";
import { isTripOver, tripStateOf } from "../../domain/transport/trip-state.ts";
import type { Records } from "../records.ts";
import { staysOf } from "../roster/stays-of.ts";
import { type TripView, tripsOf } from "../transport/trips-view.ts";

export const placeKinds = ["person", "stay", "presence", "trip", "line", "scan", "vehicle", "driver"] as const;

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
 * and put before a person.
 */
export const placeConflictsOf = (
  records: Records,
  site: string | undefined,
  databases: readonly string[],
  now: string,
): readonly PlaceConflict[] => {
  const stays =
    site === undefined ? new Map<string, readonly StayWithEvents[]>() : staysOf(records, siteDatabase(site));
  const recent = tripsOf(records, site, databases, ({ departAt }) => departAt > daysBefore(7, now));
  const isOver = ({ trip }: Pick<Ride, "trip">) => isTripOver(trip.trip, trip.scans, now);
  const atDoors = recent.filter((trip) => !isOver({ trip }));
  return [...betweenStays(stays), ...atTheDoor(atDoors), ...betweenBusAndHouse(ridesOf(recent), stays, isOver)];
};

const betweenStays = (stays: ReadonlyMap<string, readonly StayWithEvents[]>): readonly PlaceConflict[] =>
  [...stays].flatMap(([personId, ofPerson]): readonly PlaceConflict[] => {
    const valid = ofPerson.filter(({ stay }) => !stay.voided);
    const opposed = valid.flatMap((stay): readonly PlaceConflict[] => {
      const acts = contradictionsInStay(stay.events);
      return acts.length > 0 ? [{ type: "LeftOrHere", personId, stay, acts }] : [];
    });
    const open = valid.filter(({ events }) => keepsBed(stayStateOf(events)));
    return open.length > 1 && opposed.length === 0 ? [{ type: "TwoStays", personId, stays: open }] : opposed;
  });

const atTheDoor = (trips: readonly TripView[]): readonly PlaceConflict[] =>
  trips.flatMap((trip) =>
    trip.lines.flatMap((line): readonly PlaceConflict[] => {
      const [personId, ride] = [line.personId ?? line._id, { trip, line }];
      const acts = contradictionsAtBoarding(line, trip.scans);
      if (acts.length > 0) return [{ type: "BoardedOrNot", personId, ride, acts }];
      return aboardOffList(line, trip.scans).length > 0 ? [{ type: "AboardOffList", personId, ride }] : [];
    }),
  );

/** Who sits in which buses now. */
const ridesOf = (trips: readonly TripView[]): ReadonlyMap<string, readonly Ride[]> => {
  const rides = new Map<string, readonly Ride[]>();
  for (const trip of trips)
    for (const line of trip.lines)
      if (line.personId && passengerStatus(line, trip.scans) === "boarded")
        rides.set(line.personId, [...(rides.get(line.personId) ?? []), { trip, line }]);
  return rides;
};

const betweenBusAndHouse = (
  rides: ReadonlyMap<string, readonly Ride[]>,
  stays: ReadonlyMap<string, readonly StayWithEvents[]>,
  isOver: (ride: Ride) => boolean,
): readonly PlaceConflict[] =>
  [...rides].flatMap(([personId, all]): readonly PlaceConflict[] => {
    const now = all.filter((ride) => underWay.has(tripStateOf(ride.trip.trip, ride.trip.scans)) && !isOver(ride));
    if (now.length > 1) return [{ type: "OnTwoBuses", personId, rides: now }];
    const left = all.find(({ trip }) => trip.scans.some(({ event, voided }) => event === "depart" && !voided));
    const open = currentStay(stays.get(personId) ?? []);
    if (left && open && isFromBefore(open, left)) return [{ type: "LeftByBus", personId, ride: left, stay: open }];
    const [ride, last] = [now[0], stays.get(personId)?.at(-1)];
    return ride && last && hasLeftOtherwise(last, ride) ? [{ type: "OutOtherwise", personId, ride, stay: last }] : [];
  });

/** A passenger who was noted as here after the departure does not sit in that bus any more. */
const isFromBefore = ({ events }: StayWithEvents, { trip }: Ride): boolean => {
  const state = stayStateOf(events);
  const left = trip.scans.find(({ event, voided }) => event === "depart" && !voided)?.at ?? "";
  return state.status === "in" && state.since < left;
};

/** Checked out for a reason that no bus journey is. */
const hasLeftOtherwise = ({ stay, events }: StayWithEvents, { line, trip }: Ride): boolean => {
  const state = stayStateOf(events);
  if (stay.voided || state.status !== "out" || !elsewhere.has(state.reason ?? "")) return false;
  return trip.scans.some(
    ({ lineId, event, at }) => lineId === line._id && event === "board" && at >= daysBefore(1, state.since),
  );
};

const daysBefore = (days: number, at: string): string => new Date(Date.parse(at) - days * 86_400_000).toISOString();

const underWay: ReadonlySet<string> = new Set(["boarding", "departed", "incident"]);
const elsewhere: ReadonlySet<string> = new Set(["left_no_notice", "hospital_long", "child_protection", "death"]);
