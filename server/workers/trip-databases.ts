import { type OwnedSite, siteDatabase, tripDatabase } from "../../src/domain/model/databases.ts";
import type { Document } from "../../src/domain/model/document.ts";
import type { Line } from "../../src/domain/model/kinds/line.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import { kinds } from "../../src/domain/model/kinds.ts";
import { upgraded } from "../../src/domain/model/upgrade.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { type DatabaseState, runBy } from "../design/security.ts";
import { allDocumentsOf, copyEach } from "./stored-documents.ts";

/**
 * Gives every published trip of a site its own database with the trip and its lines, carries later changes of the list over, and
 * closes the databases of trips that are over. Idempotent: a copy is a merge, so it may run twice or be cut off anywhere. False
 * where somebody wrote meanwhile. A trip that fails keeps no other from its database; the first failure is thrown at the end.
 */
export const provisionTripDatabases = async (
  couch: CouchClient,
  { site, org }: OwnedSite,
  now: number,
): Promise<boolean> => {
  const filled: Trip[] = [];
  const failures: unknown[] = [];
  let isDone = true;
  let made = 0;
  for (const trip of await allDocumentsOf<Trip>(couch, siteDatabase(site), "trip"))
    try {
      const there = await databaseOf(couch, trip);
      const state = stateOf(trip, there, now);
      if (!state) continue;
      made += there === "none" ? 1 : 0;
      if (there === "none" && made > mostAtOnce) {
        isDone = false;
        continue;
      }
      await openDatabase(couch, trip, org, state);
      if (state !== "over") filled.push(trip);
    } catch (error) {
      failures.push(error);
    }
  // The lines are read after the databases are there: a line that is written later meets its trip's database (`copyLines`).
  const lines = filled.length === 0 ? [] : await allDocumentsOf<Line>(couch, siteDatabase(site), "line");
  for (const trip of filled) {
    const own = lines.filter((line) => line.tripId === trip._id);
    isDone = (await copyEach(couch, tripDatabase(trip._id), [trip, ...own])) !== "again" && isDone;
  }
  if (failures.length > 0) throw failures[0];
  return isDone;
};

/** Databases that are made for one site in one run: other sites' trips wait for no more than these, the rest comes with the next runs. */
const mostAtOnce = 50;

type TripState = "open" | "handingBack" | "over";

const openDatabase = async (
  couch: CouchClient,
  trip: Trip,
  org: string | undefined,
  state: TripState,
): Promise<void> => {
  const closed = state === "open" ? undefined : state;
  await installDatabase(couch, tripDatabase(trip._id), (before) => {
    const { closed: _closed, site: _site, ...rest } = runBy(org)(before);
    return { ...rest, site: trip.site, ...(closed && { closed }) };
  });
};

/** The trips of a site whose databases accounts may open now. */
export const openTripsOf = async (couch: CouchClient, site: string, now: number): Promise<readonly Trip[]> => {
  const open: Trip[] = [];
  for (const trip of await allDocumentsOf<Trip>(couch, siteDatabase(site), "trip")) {
    const isOpen = isPublished(trip) || (trip.status !== "draft" && isHandingBack(trip, now));
    // Read as the rules of today read it: a doubtful driver may not open it.
    if (isOpen && (await hasDatabase(couch, trip)))
      open.push(upgraded(kinds.trip, trip as unknown as Document) as unknown as Trip);
  }
  return open;
};

/**
 * Carries lines of a site that changed over to the trips they belong to. A trip that has no database yet gets its lines with it.
 * False where that has to be done again.
 */
export const copyLines = async (
  couch: CouchClient,
  site: string,
  lines: readonly Line[],
  now: number,
): Promise<boolean> => {
  let isDone = true;
  for (const tripId of new Set(lines.map((line) => line.tripId))) {
    const { status, body: trip } = await couch.get<Trip>(`${site}/${encodeURIComponent(tripId)}`);
    if (status !== 200 || !(isPublished(trip) || isHandingBack(trip, now)) || !(await hasDatabase(couch, trip)))
      continue;
    const own = lines.filter((line) => line.tripId === tripId);
    isDone = (await copyEach(couch, tripDatabase(tripId), own)) !== "again" && isDone;
  }
  return isDone;
};

/** Both ends of the journey see it. */
export const sitesOfTrip = (trip: Trip): readonly string[] => [
  ...new Set([trip.site, ...(trip.stops ?? []).flatMap((stop) => stop.site ?? [])]),
];

/** Milliseconds for which a trip that was closed or cancelled stays open to its drivers, counted from the planned departure. */
const handBackTime = 72 * 3_600_000;

/**
 * A driver who was offline on the road has to see that the trip is off, and to hand in what was scanned on it. Nothing for a trip
 * that has no database and needs none.
 */
const stateOf = (trip: Trip, there: TripDatabase, now: number): TripState | undefined => {
  if (there === "another's") return undefined;
  if (isPublished(trip)) return "open";
  if (trip.status === "draft" || there === "none") return undefined;
  return isHandingBack(trip, now) ? "handingBack" : "over";
};

const isPublished = (trip: Trip): boolean => !trip.voided && published.has(trip.status);

const published: ReadonlySet<string> = new Set(["boarding", "departed", "incident", "arrived"]);

const isHandingBack = (trip: Trip, now: number): boolean => Date.parse(trip.departAt) + handBackTime > now;

const hasDatabase = async (couch: CouchClient, trip: Trip): Promise<boolean> =>
  (await databaseOf(couch, trip)) === "own";

type TripDatabase = "none" | "own" | "another's";

/**
 * Whose the database of a trip's name is: ids are written by phones, and two sites may have a trip of one id. It is the site's whose trip came
 * first; by the other's nobody is let in, nothing is written there and it is not closed.
 */
const databaseOf = async (couch: CouchClient, trip: Trip): Promise<TripDatabase> => {
  const database = tripDatabase(trip._id);
  const { status, body } = await couch.get<DatabaseState>(`${database}/_security`);
  if (status >= 500) throw new Error(`the database of a trip answered ${status}`);
  if (status !== 200) return "none";
  return (body.site ?? (await siteNamedIn(couch, database, trip)) ?? trip.site) === trip.site ? "own" : "another's";
};

/** What the trip in it says, where an older server made it and did not note whose it is. */
const siteNamedIn = async (couch: CouchClient, database: string, { _id }: Trip): Promise<string | undefined> => {
  const { status, body } = await couch.get<Trip>(`${database}/${encodeURIComponent(_id)}`);
  if (status !== 200 && status !== 404) throw new Error(`a trip in its own database answered ${status}`);
  return status === 200 ? body.site : undefined;
};
