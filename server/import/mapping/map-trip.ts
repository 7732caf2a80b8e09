import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { code, instant, key, leftOut, maybe, whole, words } from "../source/source-schemas.ts";
import type { DriverRow } from "./map-driver.ts";
import { lineRow } from "./map-line.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

const stop = v.strictObject({
  order: whole(0, 50),
  place: words(80),
  siteId: maybe(key()),
  kind: code("stopKind"),
  plannedAt: instant(),
  restMinutes: leftOut(),
});

const headcount = v.strictObject({ stop: whole(0, 50), typed: whole(0, 200), expected: whole(0, 200), at: instant() });

export const tripRow = v.strictObject({
  id: key(),
  tripNo: words(20),
  orgId: key(),
  status: code("tripStatus"),
  vehicleId: key(),
  driverIds: v.array(key()),
  coordinatorPhone: maybe(words(40)),
  departSite: key(),
  departPlace: leftOut(),
  departAt: instant(),
  departedAt: maybe(instant()),
  arrivedAt: maybe(instant()),
  stops: v.pipe(v.array(stop), v.minLength(1)),
  seatsUsable: whole(1, 120),
  petsAllowed: maybe(v.boolean()),
  headcounts: maybe(v.array(headcount)),
  lines: v.array(lineRow),
  special: leftOut(),
  plateSeen: leftOut(),
  destinationChanged: leftOut(),
  incident: leftOut(),
});
export type TripRow = v.InferOutput<typeof tripRow>;

/** The journey; its lines and what happened at the door are documents of their own. `drivers` are the trip's. */
export const mapTrip = (row: TripRow, drivers: readonly DriverRow[], mapping: Mapping): NewDocument => {
  const { id } = mapping;
  const accounts = drivers.flatMap(({ account }) => account ?? []);
  const content = {
    site: mapping.slugOf(row.departSite),
    tripNo: row.tripNo,
    orgId: id("organisation", row.orgId),
    vehicleId: id("vehicle", row.vehicleId),
    driverIds: row.driverIds.map((driver) => id("driver", driver)),
    driverAccounts: accounts.length > 0 ? accounts : undefined,
    coordinatorPhone: row.coordinatorPhone,
    departAt: mapping.instant(row.departAt),
    stops: row.stops.map((stop) => mapStop(stop, mapping)),
    destinationSite: ifPresent(row.stops.at(-1)?.siteId, mapping.slugOf),
    seatsUsable: row.seatsUsable,
    petsAllowed: row.petsAllowed,
    status: decidedStatus(row),
  };
  return { kind: "trip", id: id("trip", row.id), content: withoutMissing(content) };
};

const mapStop = ({ place, siteId, kind, plannedAt }: TripRow["stops"][number], mapping: Mapping) =>
  withoutMissing({ place, site: ifPresent(siteId, mapping.slugOf), kind, plannedAt: mapping.instant(plannedAt) });

/** Departed and arrived follow from events; what the dispatcher had decided before is that people may board. */
const decidedStatus = ({ status }: TripRow) => (status === "departed" || status === "arrived" ? "boarding" : status);
