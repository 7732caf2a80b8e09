import { directoryDatabase, siteDatabase } from "../../domain/model/databases.ts";
import type { Driver } from "../../domain/model/kinds/driver.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import type { Scan } from "../../domain/model/kinds/scan.ts";
import type { Trip } from "../../domain/model/kinds/trip.ts";
import type { Vehicle } from "../../domain/model/kinds/vehicle.ts";
import { journeyState } from "../../domain/transport/passenger-status.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import type { Copy } from "../tables/documents.ts";
import { everyone, grouped, listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { linesByTrip, type SeenFrom, scansByTrip, type TripView, tripIn, tripsById, tripView } from "./trip-copies.ts";

export type { TripView } from "./trip-copies.ts";

/** The databases that count: those named, or all that lie here. */
export type Databases = readonly string[] | "all";

/** The trips that this account can see from a site and from its own trip databases, earliest departure first; of one hour, buses that still board. */
export const tripsOf = (
  records: Records,
  site: string | undefined,
  databases: readonly string[],
): readonly TripView[] => records.kept(tripList, site, databases).get(everyone) ?? [];

/** One trip, or nothing where this device does not have it. No other trip is looked at for it. */
export const tripOf = (
  records: Records,
  tripId: string,
  site: string | undefined,
  databases: readonly string[],
): TripView | undefined => {
  const from: SeenFrom = { site, isOpen: (database) => databases.includes(database) };
  const trip = tripIn(records.kept(tripsById).get(tripId) ?? [], from);
  if (!trip) return undefined;
  const lines = records.kept(linesByTrip).get(tripId) ?? [];
  const scans = records.kept(scansByTrip).get(tripId) ?? [];
  const vehicles = records.table(directoryDatabase, "vehicle");
  const drivers = records.table(directoryDatabase, "driver");
  return tripView(trip, { lines, scans }, from, (id) => vehicles.get(id) ?? drivers.get(id));
};

/** Whether a trip is among those. */
export const isTripListed = (records: Records, tripId: string, site: string, databases: readonly string[]): boolean =>
  (records.kept(tripsById).get(tripId) ?? []).some(
    isListed({ site, isOpen: (database) => databases.includes(database) }),
  );

/** The same trips by id. A site's own and those of the databases of trips are among them; a copy at another site only adds to them. */
export const tripsAt = (records: Records, site: string | undefined, databases: Databases): Table<TripView> => {
  const from = seenFrom(site, databases);
  return joined<[readonly Copy<Trip>[], readonly Copy<Line>[], readonly Copy<Scan>[], Equipment], TripView>(
    [
      records.kept(tripsById),
      records.kept(linesByTrip),
      records.kept(scansByTrip),
      records.kept(equipmentByTrip, site, databases),
    ],
    (trips = [], lines = [], scans = [], equipment = []) => {
      const trip = trips.some(isListed(from)) ? tripIn(trips, from) : undefined;
      return trip && tripView(trip, { lines, scans }, from, (id) => equipment.find(({ _id }) => _id === id));
    },
  );
};

type Equipment = readonly (Vehicle | Driver)[];
type Used = { readonly equipment: Vehicle | Driver; readonly trips: readonly Trip[] };

/** The vehicles and drivers of each trip. */
const equipmentByTrip = (records: Records, site: string | undefined, databases: Databases): Table<Equipment> => {
  const from = seenFrom(site, databases);
  const trips = joined<[readonly Copy<Trip>[]], Trip>([records.kept(tripsById)], (copies = []) => tripIn(copies, from));
  const byEquipment = grouped(trips, ({ vehicleId, driverIds = [] }) => [vehicleId, ...driverIds], byId);
  const used = joined<[readonly Trip[], Vehicle, Driver], Used>(
    [byEquipment, records.table(directoryDatabase, "vehicle"), records.table(directoryDatabase, "driver")],
    (of = [], vehicle, driver) => {
      const equipment = vehicle ?? driver;
      return equipment && of.length > 0 ? { equipment, trips: of } : undefined;
    },
  );
  const byTrip = grouped(
    used,
    ({ trips: of }) => of.map(({ _id }) => _id),
    (a, b) => byId(a.equipment, b.equipment),
  );
  return joined<[readonly Used[]], Equipment>([byTrip], (of) => of?.map(({ equipment }) => equipment));
};

const tripList = (
  records: Records,
  site: string | undefined,
  databases: readonly string[],
): Table<readonly TripView[]> => listed(records.kept(tripsAt, site, databases), earliestFirst);

export const earliestFirst = (a: TripView, b: TripView): number => {
  if (a.trip.departAt !== b.trip.departAt) return a.trip.departAt < b.trip.departAt ? -1 : 1;
  return Number(hasLeft(a)) - Number(hasLeft(b)) || byId(a.trip, b.trip);
};

const hasLeft = ({ scans }: TripView): boolean => journeyState(scans).state !== "boarding";

const seenFrom = (site: string | undefined, databases: Databases): SeenFrom => {
  const open = databases === "all" ? undefined : new Set(databases);
  return { site, isOpen: (database) => open?.has(database) ?? true };
};

const isListed =
  ({ site, isOpen }: SeenFrom) =>
  ({ database }: Copy<Trip>): boolean =>
    (site !== undefined && database === siteDatabase(site)) || (database.startsWith("trip-") && isOpen(database));
