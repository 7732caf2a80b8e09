import { type MergeRuleOf, merge } from "../../domain/merge/merge.ts";
import { siteDatabase, tripDatabase } from "../../domain/model/databases.ts";
import type { Driver } from "../../domain/model/kinds/driver.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import type { Scan } from "../../domain/model/kinds/scan.ts";
import type { Trip } from "../../domain/model/kinds/trip.ts";
import type { Vehicle } from "../../domain/model/kinds/vehicle.ts";
import { kinds } from "../../domain/model/kinds.ts";
import { type Manifest, passengerStatus } from "../../domain/transport/passenger-status.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import type { Copy } from "../tables/documents.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** A trip as this account sees it: from the trip's own database where it may open that, else from the site's. */
export type TripView = Manifest & {
  /** Where boarding is written to; only a published trip has it. */
  readonly database: string | undefined;
  readonly vehicle: Vehicle | undefined;
  readonly drivers: readonly Driver[];
};

/** All there is of one trip, in whatever database. */
export type TripParts = {
  readonly trips: readonly Copy<Trip>[];
  readonly lines: readonly Copy<Line>[];
  readonly scans: readonly Copy<Scan>[];
};

/** Which databases count: a site's, first of all, and what else this account may open. */
export type SeenFrom = { readonly site: string | undefined; isOpen(database: string): boolean };

export const tripsById = (records: Records): Table<readonly Copy<Trip>[]> =>
  grouped(records.copies("trip"), ({ document }) => [document._id], inOrder);
export const linesByTrip = (records: Records): Table<readonly Copy<Line>[]> =>
  grouped(records.copies("line"), ({ document }) => [document.tripId], inOrder);
export const scansByTrip = (records: Records): Table<readonly Copy<Scan>[]> =>
  grouped(records.copies("scan"), ({ document }) => [document.tripId], inOrder);

/** The trip itself; nothing where this account sees none, or it was voided. */
export const tripIn = (trips: readonly Copy<Trip>[], from: SeenFrom): Trip | undefined => {
  const tripId = trips[0]?.document._id;
  const [trip] = tripId ? joinedCopies(kinds.trip.rule, trips.filter(isSeen(tripId, from))) : [];
  return trip?.voided ? undefined : trip;
};

export const tripView = (
  trip: Trip,
  { lines, scans }: Pick<TripParts, "lines" | "scans">,
  from: SeenFrom,
  named: (id: string) => Vehicle | Driver | undefined,
): TripView => {
  const own = tripDatabase(trip._id);
  const database = from.isOpen(own) ? own : undefined;
  const seen = scans.flatMap(({ database: place, document }) => (place === database ? [document] : []));
  const listed = joinedCopies(kinds.line.rule, lines.filter(isSeen(trip._id, from))).filter(
    (line) => !line.voided || passengerStatus(line, seen) === "boarded",
  );
  return {
    trip,
    database,
    lines: [...listed].sort(bySeat),
    scans: seen,
    vehicle: trip.vehicleId ? (named(trip.vehicleId) as Vehicle | undefined) : undefined,
    drivers: (trip.driverIds ?? []).flatMap((id) => (named(id) as Driver | undefined) ?? []),
  };
};

/** Where copies of a trip may lie for this account: at sites, first of all the one looked from, and in its own database. */
const isSeen = (tripId: string, { site, isOpen }: SeenFrom) => {
  const own = tripDatabase(tripId);
  const isOwnOpen = isOpen(own);
  return ({ database }: Copy<Trip | Line>): boolean => {
    if (database === own) return isOwnOpen;
    return (
      database.startsWith("site-") && ((site !== undefined && database === siteDatabase(site)) || isOpen(database))
    );
  };
};

/** The site's copy and the trip's, joined: what this phone wrote to one of them is shown before the server has carried it over. */
const joinedCopies = <D extends Trip | Line>(rule: MergeRuleOf, copies: readonly Copy<D>[]): readonly D[] => {
  const byItsId = new Map<string, D>();
  for (const { document } of copies) {
    const other = byItsId.get(document._id);
    byItsId.set(document._id, other ? (merge(rule, other as never, document as never) as D) : document);
  }
  return [...byItsId.values()];
};

const inOrder = (a: Copy<Trip | Line | Scan>, b: Copy<Trip | Line | Scan>): number =>
  byId(a.document, b.document) || (a.database < b.database ? -1 : 1);

const bySeat = (a: Line, b: Line): number =>
  (a.seat ?? Number.POSITIVE_INFINITY) - (b.seat ?? Number.POSITIVE_INFINITY) || byId(a, b);
