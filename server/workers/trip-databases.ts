import { siteDatabase, tripDatabase } from "../../src/domain/model/databases.ts";
import type { Line } from "../../src/domain/model/kinds/line.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { allDocumentsOf, copyInto, type Stored } from "./stored-documents.ts";

/**
 * Gives every published trip of a site its own database with the trip, its lines and its drivers as members, carries later
 * changes of the list over, and closes the databases of trips that are over. Idempotent: a copy is a merge, so it may run twice
 * or be cut off anywhere. Answers the trips whose databases somebody may open.
 */
export const provisionTripDatabases = async (
  couch: CouchClient,
  site: string,
  now: number,
): Promise<readonly Trip[]> => {
  const open: Stored<Trip>[] = [];
  for (const trip of await allDocumentsOf<Trip>(couch, siteDatabase(site), "trip")) {
    const state = await stateOf(couch, trip, now);
    if (!state) continue;
    const closed = state === "open" ? undefined : state;
    await installDatabase(couch, tripDatabase(trip._id), ({ closed: _, ...rest }) => ({
      ...rest,
      ...(closed && { closed }),
    }));
    if (closed !== "over") open.push(trip);
  }
  if (open.length === 0) return [];
  const lines = await allDocumentsOf<Line>(couch, siteDatabase(site), "line");
  for (const trip of open)
    await copyInto(couch, tripDatabase(trip._id), [trip, ...lines.filter((line) => line.tripId === trip._id)]);
  return open;
};

/** Carries lines that changed over to the trips they belong to. False where that has to be done again. */
export const copyLines = async (
  couch: CouchClient,
  open: readonly Trip[],
  lines: readonly Line[],
): Promise<boolean> => {
  const done = await Promise.all(
    open.map(({ _id }) =>
      copyInto(
        couch,
        tripDatabase(_id),
        lines.filter((line) => line.tripId === _id),
      ),
    ),
  );
  return !done.includes(false);
};

/** Both ends of the journey see it. */
export const sitesOfTrip = (trip: Trip): readonly string[] => [
  ...new Set([trip.site, ...trip.stops.flatMap((stop) => stop.site ?? [])]),
];

/** Milliseconds for which a trip that was closed or cancelled stays open to its drivers, counted from the planned departure. */
const handBackTime = 72 * 3_600_000;

/**
 * A driver who was offline on the road has to see that the trip is off, and to hand in what was scanned on it. Nothing for a trip
 * that has no database and needs none.
 */
const stateOf = async (
  couch: CouchClient,
  trip: Trip,
  now: number,
): Promise<"open" | "handingBack" | "over" | undefined> => {
  if (!trip.voided && published.has(trip.status)) return "open";
  if (trip.status === "draft" || (await couch.get(tripDatabase(trip._id))).status !== 200) return undefined;
  return Date.parse(trip.departAt) + handBackTime > now ? "handingBack" : "over";
};

const published: ReadonlySet<string> = new Set(["boarding", "departed", "incident", "arrived"]);
