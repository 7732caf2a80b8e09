import { siteDatabase, tripDatabase } from "../../src/domain/model/databases.ts";
import type { Organisation } from "../../src/domain/model/kinds/organisation.ts";
import type { Site } from "../../src/domain/model/kinds/site.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import { keyOf } from "../../src/domain/model/new-id.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { grantRoles } from "./grant-roles.ts";
import { allDocumentsOf } from "./stored-documents.ts";
import { provisionTripDatabases } from "./trip-databases.ts";

export type Provisioned = { readonly sites: readonly string[]; readonly trips: readonly Trip[] };

/** Everything that documents ask for: databases of sites, organisations and published trips, and who may open them. */
export const provision = async (couch: CouchClient, now = Date.now()): Promise<Provisioned> => {
  const sites = await provisionDirectory(couch);
  const trips: Trip[] = [];
  for (const site of sites) trips.push(...(await provisionTripDatabases(couch, site, now)));
  await grantRoles(couch, trips);
  return { sites, trips };
};

/** Databases of every site and organisation in the directory. Answers the sites' slugs. */
export const provisionDirectory = async (couch: CouchClient): Promise<readonly string[]> => {
  const sites = (await allDocumentsOf<Site>(couch, "directory", "site")).map(({ site }) => site);
  const organisations = (await allDocumentsOf<Organisation>(couch, "directory", "organisation")).map(({ _id }) =>
    keyOf(_id),
  );
  const databases = [
    ...sites.flatMap((site) => [siteDatabase(site), `care-${site}`]),
    ...organisations.flatMap((organisation) => [`case-${organisation}`, `protection-${organisation}`]),
  ];
  for (const database of databases) await installDatabase(couch, database);
  return sites;
};

/** Databases whose changes the workers act on. */
export const followedDatabases = ({ sites, trips }: Provisioned): readonly string[] => [
  "directory",
  "_users",
  ...sites.map(siteDatabase),
  ...trips.map(({ _id }) => tripDatabase(_id)),
];
