import {
  databaseTypeOf,
  directoryDatabase,
  ownerOf,
  siteDatabase,
  tierOf,
  tripDatabase,
} from "../../src/domain/model/databases.ts";
import type { Document } from "../../src/domain/model/document.ts";
import type { WalledTier } from "../../src/domain/model/kind.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import { kindNamed } from "../../src/domain/model/kinds.ts";
import type { CouchClient } from "../couch-client.ts";

/**
 * Whether records of this kind lie in such databases at all. The directory is read by every account: what it may not hold is not laid
 * before its readers either, and of a kind that only a newer app knows nobody here can say so.
 */
export const isAtHome = (database: string, { kind }: Document): boolean => {
  const tier = tierOf(database);
  const homes: readonly string[] | undefined = kindNamed(kind)?.homes;
  return homes ? tier !== undefined && homes.includes(tier) : tier === "site" || tier === "trip";
};

/** The place that a database belongs to: what a record says of itself decides nothing. */
export type Home =
  | { readonly type: "directory" }
  | { readonly type: "site"; readonly site: string }
  | { readonly type: "trip"; readonly site: string; readonly tripId: string }
  | { readonly type: WalledTier; readonly database: string };

/** Nothing where it is not known yet: a trip's database before the trip lies in it. */
export const homeOf = async (couch: CouchClient, database: string): Promise<Home | undefined> => {
  const owner = ownerOf(database) ?? "";
  const type = databaseTypeOf(database);
  if (type === "directory") return { type };
  if (type === "site") return { type, site: owner };
  if (type !== "trip") return { type, database };
  const tripId = `trip:${owner}`;
  const { status, body: trip } = await couch.get<Trip>(`${tripDatabase(tripId)}/${encodeURIComponent(tripId)}`);
  return status === 200 ? { type, site: trip.site, tripId } : undefined;
};

/** Why a record belongs elsewhere by its own words, in those of `validate_doc_update`. */
export const isElsewhere = (home: Home, document: Document): "other_site" | "other_trip" | undefined => {
  if (!("site" in home)) return undefined;
  if (document.site !== home.site) return "other_site";
  return home.type === "trip" && document.tripId !== home.tripId ? "other_trip" : undefined;
};

/** Where the leads of the place look at what was refused; behind a wall whoever reads there. */
export const reviewDatabase = (home: Home): string => {
  if (home.type === "directory") return directoryDatabase;
  return "database" in home ? home.database : siteDatabase(home.site);
};
