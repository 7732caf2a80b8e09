import { siteDatabase, tripDatabase } from "../../src/domain/databases.ts";
import type { Document } from "../../src/domain/document.ts";
import { kindNamed } from "../../src/domain/kinds.ts";
import type { Line } from "../../src/domain/line.ts";
import { includes, merge } from "../../src/domain/merge.ts";
import type { Trip } from "../../src/domain/trip.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install.ts";

type Stored<D> = D & { readonly _rev: string };

/**
 * Gives every published trip its own database with the trip, its lines and its drivers as members, and carries later changes of
 * the list over. Idempotent: a copy is a merge, so it may run twice or be cut off anywhere.
 */
export const provideTripDatabases = async (couch: CouchClient, site: string, now: number): Promise<readonly Trip[]> => {
  const trips = await allOf<Trip>(couch, siteDatabase(site), "trip");
  const open: Stored<Trip>[] = [];
  for (const trip of trips) if (isPublished(trip) || (await isJustOver(couch, trip, now))) open.push(trip);
  if (open.length === 0) return [];
  const lines = await allOf<Line>(couch, siteDatabase(site), "line");
  for (const trip of open) {
    const database = tripDatabase(trip._id);
    await installDatabase(couch, database);
    await copyInto(couch, database, [trip, ...lines.filter((line) => line.tripId === trip._id)]);
  }
  return open;
};

/** Both ends of the journey see it. */
export const sitesOfTrip = (trip: Trip): readonly string[] => [
  ...new Set([trip.site, ...trip.stops.flatMap((stop) => stop.site ?? [])]),
];

export const isPublished = (trip: Trip): boolean =>
  !trip.voided && ["boarding", "departed", "incident", "arrived"].includes(trip.status);

/** Milliseconds for which a trip that was closed or cancelled stays open to its drivers, counted from the planned departure. */
const handBackTime = 72 * 3_600_000;

/** A driver who was offline on the road has to see that the trip is off, and to hand in what was scanned on it. */
const isJustOver = async (couch: CouchClient, trip: Trip, now: number): Promise<boolean> =>
  trip.status !== "draft" &&
  Date.parse(trip.departAt) + handBackTime > now &&
  (await couch.get(tripDatabase(trip._id))).status === 200;

export const allOf = async <D>(couch: CouchClient, database: string, kind: string): Promise<readonly Stored<D>[]> => {
  const query = `include_docs=true&startkey=${encodeURIComponent(`"${kind}:"`)}&endkey=${encodeURIComponent(`"${kind}:~"`)}`;
  const { status, body } = await couch.get<{ rows: readonly { doc: Stored<D> }[] }>(`${database}/_all_docs?${query}`);
  return status === 200 ? body.rows.map(({ doc }) => doc) : [];
};

const copyInto = async (
  couch: CouchClient,
  database: string,
  documents: readonly Stored<Document>[],
): Promise<void> => {
  const keys = documents.map(({ _id }) => _id);
  const found = await couch.post<{ rows: readonly { doc?: Stored<Document> | null }[] }>(
    `${database}/_all_docs?include_docs=true`,
    { keys },
  );
  const there = new Map(found.body.rows.flatMap(({ doc }) => (doc ? [[doc._id, doc] as const] : [])));
  const docs = documents.flatMap((document) => joined(document, there.get(document._id)));
  if (docs.length > 0) await couch.post(`${database}/_bulk_docs`, { docs });
};

const joined = ({ _rev, ...document }: Stored<Document>, copy: Stored<Document> | undefined): readonly object[] => {
  if (!copy) return [document];
  const { _rev: revision, ...there } = copy;
  if (includes(there as Document, document as Document)) return [];
  const rule = kindNamed(document.kind as string)?.rule ?? (() => "newest" as const);
  return [{ ...merge(rule, there as Document, document as Document), _rev: revision }];
};
