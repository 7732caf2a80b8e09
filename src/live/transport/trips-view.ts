import { directoryDatabase, siteDatabase, tripDatabase } from "../../domain/model/databases.ts";
import type { Driver } from "../../domain/model/kinds/driver.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import type { Scan } from "../../domain/model/kinds/scan.ts";
import type { Trip } from "../../domain/model/kinds/trip.ts";
import type { Vehicle } from "../../domain/model/kinds/vehicle.ts";
import type { Manifest } from "../../domain/transport/boarding.ts";
import type { Records } from "../records.ts";

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
): readonly TripView[] => {
  const tripDatabases = databases.filter((database) => database.startsWith("trip-"));
  const planned = site ? [...records.all(siteDatabase(site), "trip").values()] : [];
  const published = tripDatabases.flatMap((database) => [...records.all(database, "trip").values()]);
  const byId = new Map<string, Trip>([...planned, ...published].map((trip) => [trip._id, trip]));
  return [...byId.values()]
    .filter((trip) => !trip.voided)
    .sort((a, b) => (a.departAt < b.departAt ? -1 : 1))
    .map((trip) => tripView(records, trip, site, tripDatabases));
};

/** One trip, or nothing where this device does not have it. */
export const tripOf = (records: Records, tripId: string, site: string | undefined, databases: readonly string[]) =>
  tripsOf(records, site, databases).find(({ trip }) => trip._id === tripId);

const tripView = (
  records: Records,
  trip: Trip,
  site: string | undefined,
  tripDatabases: readonly string[],
): TripView => {
  const own = tripDatabase(trip._id);
  const database = tripDatabases.includes(own) ? own : undefined;
  const planned = site ? records.all(siteDatabase(site), "line").values() : [];
  const published = database ? records.all(database, "line").values() : [];
  const lines = new Map<string, Line>();
  for (const line of [...planned, ...published])
    if (line.tripId === trip._id && !line.voided) lines.set(line._id, line);
  return {
    trip,
    database,
    lines: [...lines.values()].sort(bySeat),
    scans: database ? [...records.all(database, "scan").values()].filter((scan: Scan) => scan.tripId === trip._id) : [],
    vehicle: trip.vehicleId ? records.all(directoryDatabase, "vehicle").get(trip.vehicleId) : undefined,
    drivers: (trip.driverIds ?? []).flatMap((id) => records.all(directoryDatabase, "driver").get(id) ?? []),
  };
};

const bySeat = (a: Line, b: Line): number =>
  (a.seat ?? Number.POSITIVE_INFINITY) - (b.seat ?? Number.POSITIVE_INFINITY) || (a._id < b._id ? -1 : 1);
