import { type MergeRuleOf, merge } from "../../domain/merge/merge.ts";
import { directoryDatabase, siteDatabase, tripDatabase } from "../../domain/model/databases.ts";
import { groupBy } from "../../domain/model/group-by.ts";
import type { Driver } from "../../domain/model/kinds/driver.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import type { Scan } from "../../domain/model/kinds/scan.ts";
import type { Trip } from "../../domain/model/kinds/trip.ts";
import type { Vehicle } from "../../domain/model/kinds/vehicle.ts";
import { kinds } from "../../domain/model/kinds.ts";
import { type Manifest, passengerStatus } from "../../domain/transport/boarding.ts";
import type { Records } from "../records.ts";
import { remembered } from "../remembered.ts";

export const tripKinds = ["trip", "line", "scan", "vehicle", "driver"] as const;

/** A trip as this account sees it: from the trip's own database where it may open that, else from the site's. */
export type TripView = Manifest & {
  /** Where boarding is written to; only a published trip has it. */
  readonly database: string | undefined;
  readonly vehicle: Vehicle | undefined;
  readonly drivers: readonly Driver[];
};

/** The trips that this account can see from a site and from its own trip databases, earliest departure first. */
export const tripsOf = (
  records: Records,
  site: string | undefined,
  databases: readonly string[],
  isWanted: (trip: Trip) => boolean = () => true,
): readonly TripView[] => {
  const places = [
    ...(site ? [siteDatabase(site)] : []),
    ...databases.filter((database) => database.startsWith("trip-")),
  ];
  const ids = new Set(places.flatMap((database) => [...records.all(database, "trip").keys()]));
  return [...ids]
    .flatMap((id) => joinedTrip(records, id, site, databases) ?? [])
    .filter((trip) => !trip.voided && isWanted(trip))
    .sort((a, b) => (a.departAt < b.departAt ? -1 : 1))
    .map((trip) => tripView(records, trip, site, databases));
};

/** One trip, or nothing where this device does not have it. */
export const tripOf = (
  records: Records,
  tripId: string,
  site: string | undefined,
  databases: readonly string[],
): TripView | undefined => {
  const trip = joinedTrip(records, tripId, site, databases);
  return trip && !trip.voided ? tripView(records, trip, site, databases) : undefined;
};

/** Where copies of a trip may lie for this account: at the sites, first of all the one looked from, and in its own database. */
const placesOf = (tripId: string, site: string | undefined, databases: readonly string[]): readonly string[] => {
  const own = tripDatabase(tripId);
  const sites = databases.filter((database) => database.startsWith("site-"));
  const atSites = new Set([...(site ? [siteDatabase(site)] : []), ...sites]);
  return [...atSites, ...(databases.includes(own) ? [own] : [])];
};

const joinedTrip = (records: Records, tripId: string, site: string | undefined, databases: readonly string[]) =>
  joinedCopies(
    kinds.trip.rule,
    placesOf(tripId, site, databases).flatMap((database) => records.all(database, "trip").get(tripId) ?? []),
  )[0];

const tripView = (records: Records, trip: Trip, site: string | undefined, databases: readonly string[]): TripView => {
  const own = tripDatabase(trip._id);
  const database = databases.includes(own) ? own : undefined;
  const copies = placesOf(trip._id, site, databases).flatMap(
    (place) => remembered(records, place, ["line"], linesByTrip).get(trip._id) ?? [],
  );
  const scans = database ? (remembered(records, database, ["scan"], scansByTrip).get(trip._id) ?? []) : [];
  const lines = joinedCopies(kinds.line.rule, copies).filter(
    (line) => !line.voided || passengerStatus(line, scans) === "boarded",
  );
  return {
    trip,
    database,
    lines: [...lines].sort(bySeat),
    scans,
    vehicle: trip.vehicleId ? records.all(directoryDatabase, "vehicle").get(trip.vehicleId) : undefined,
    drivers: (trip.driverIds ?? []).flatMap((id) => records.all(directoryDatabase, "driver").get(id) ?? []),
  };
};

const linesByTrip = (records: Records, database: string) =>
  groupBy<Line>(records.all(database, "line").values(), ({ tripId }) => tripId);
const scansByTrip = (records: Records, database: string) =>
  groupBy<Scan>(records.all(database, "scan").values(), ({ tripId }) => tripId);

/** The site's copy and the trip's, joined: what this phone wrote to one of them is shown before the server has carried it over. */
const joinedCopies = <D extends Trip | Line>(rule: MergeRuleOf, copies: readonly D[]): readonly D[] => {
  const byId = new Map<string, D>();
  for (const copy of copies) {
    const other = byId.get(copy._id);
    byId.set(copy._id, other ? (merge(rule, other as never, copy as never) as D) : copy);
  }
  return [...byId.values()];
};

const bySeat = (a: Line, b: Line): number =>
  (a.seat ?? Number.POSITIVE_INFINITY) - (b.seat ?? Number.POSITIVE_INFINITY) || (a._id < b._id ? -1 : 1);
