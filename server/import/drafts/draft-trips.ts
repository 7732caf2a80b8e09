import { warsawDay } from "../../../src/domain/dates/warsaw-time.ts";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { siteDatabase, tripDatabase } from "../../../src/domain/model/databases.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { Trip } from "../../../src/domain/model/kinds/trip.ts";
import { mapLine } from "../mapping/map-line.ts";
import { scansOfLine, scansOfTrip, timesOf } from "../mapping/map-scans.ts";
import { mapTrip, type TripRow } from "../mapping/map-trip.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { ImportError } from "../source/import-error.ts";
import { placeOf, type Row } from "../source/row.ts";
import type { Tables } from "../source/tables.ts";
import type { Draft, Drafts } from "./draft.ts";

/**
 * Trips with their lines in the database of the site they leave from. A trip that is boarding or on the road also has its own
 * database, with what happened at the door; of trips that are over only the list is taken.
 */
export const draftTrips = (tables: Tables, personOf: PersonOf, mapping: Mapping): Drafts => {
  const parts = tables.trips.map((row) => draftTrip(row, tables, personOf, mapping));
  return {
    drafts: parts.flatMap(({ drafts }) => drafts),
    errors: parts.flatMap(({ errors }) => errors),
    leftOut: { "passengers' boardings of trips that are over": parts.reduce((sum, { scans }) => sum + scans, 0) },
  };
};

/** Our person for a key of the files. */
export type PersonOf = (key: string) => Person | undefined;

type TripDrafts = { readonly drafts: Draft[]; readonly errors: ImportError[]; readonly scans: number };

const draftTrip = (row: Row<TripRow>, tables: Tables, personOf: PersonOf, mapping: Mapping): TripDrafts => {
  const { value, origin } = row;
  const drivers = tables.drivers.map((driver) => driver.value).filter(({ id }) => value.driverIds.includes(id));
  const planned = mapTrip(value, drivers, mapping);
  const trip = { _id: planned.id, ...planned.content } as Trip;
  const times = timesOf(value, mapping);
  const lines: NewDocument[] = [];
  const scans: NewDocument[] = [...scansOfTrip(value, trip, times)];
  const errors: ImportError[] = [];
  for (const [at, line] of value.lines.entries()) {
    const person = line.personId ? personOf(line.personId) : undefined;
    const mapped = mapLine(line, { trip, person, on: warsawDay(trip.departAt) }, mapping);
    if (mapped.ok) lines.push(mapped.value);
    else errors.push({ ...placeOf(origin, ["lines", at, "childTravelBasis"]), type: "Missing" });
    if (mapped.ok) scans.push(...scansOfLine(line, mapped.value.id, trip, times));
  }
  const isOnTheRoad = trip.status === "boarding" || trip.status === "incident";
  const inDatabase = (database: string) => (document: NewDocument) => ({ document, database, origin });
  const drafts = [planned, ...lines].map(inDatabase(siteDatabase(trip.site)));
  const own = isOnTheRoad ? [planned, ...lines, ...scans].map(inDatabase(tripDatabase(trip._id))) : [];
  return { drafts: [...drafts, ...own], errors, scans: isOnTheRoad ? 0 : scans.length };
};
