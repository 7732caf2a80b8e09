import { type OwnedSite, siteDatabase, tripDatabase } from "../../src/domain/model/databases.ts";
import type { Organisation } from "../../src/domain/model/kinds/organisation.ts";
import { ownedSites, type Site } from "../../src/domain/model/kinds/site.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import { keyOf } from "../../src/domain/model/new-id.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { runBy } from "../design/security.ts";
import { grantRoles } from "./grant-roles.ts";
import type { Scope } from "./provisioning-queue.ts";
import { allDocumentsOf } from "./stored-documents.ts";
import { provisionTripDatabases } from "./trip-databases.ts";

export type Provisioned = {
  readonly sites: readonly string[];
  readonly trips: readonly Trip[];
  /** False where somebody wrote meanwhile, so that it has to be done again. */
  readonly isDone: boolean;
  readonly failures: readonly Error[];
};

/**
 * What documents ask for: databases of sites, organisations and published trips, and who may open them. Nothing is remembered from
 * one run to the next: rights follow from what the databases of all sites say now, also when only one site's trips are provided for.
 * A site that fails keeps no other from what it asks for.
 */
export const provision = async (
  couch: CouchClient,
  now = Date.now(),
  scope: Scope = "everything",
): Promise<Provisioned> => {
  const failures: Error[] = [];
  let isDone = true;
  const attempt = async (work: () => Promise<boolean>) => {
    try {
      isDone = (await work()) && isDone;
    } catch (error) {
      failures.push(error as Error);
    }
  };
  const sites = scope === "everything" ? await provisionDirectory(couch, attempt) : await sitesIn(couch);
  for (const owned of sites)
    if (scope === "everything" || scope.has(owned.site)) await attempt(() => provisionTripDatabases(couch, owned, now));
  const trips: Trip[] = [];
  await attempt(async () => {
    const granted = await grantRoles(couch, sites, now);
    trips.push(...granted.trips);
    return granted.isDone;
  });
  return { sites: sites.map(({ site }) => site), trips, isDone, failures };
};

/** Databases of every site and organisation in the directory, a site's open to its organisation. Answers the sites. */
export const provisionDirectory = async (
  couch: CouchClient,
  attempt: (work: () => Promise<boolean>) => Promise<unknown> = (work) => work(),
): Promise<readonly OwnedSite[]> => {
  const sites = await sitesIn(couch);
  for (const { site, org } of sites)
    await attempt(() => installDatabase(couch, siteDatabase(site), runBy(org)).then(() => true));
  for (const database of await otherDatabases(couch, sites))
    await attempt(() => installDatabase(couch, database).then(() => true));
  return sites;
};

/** The sites that the directory names, with who runs them. */
export const sitesIn = async (couch: CouchClient): Promise<readonly OwnedSite[]> =>
  ownedSites(await allDocumentsOf<Site>(couch, "directory", "site"));

const otherDatabases = async (couch: CouchClient, sites: readonly OwnedSite[]): Promise<readonly string[]> => {
  const organisations = await allDocumentsOf<Organisation>(couch, "directory", "organisation");
  return [
    ...sites.map(({ site }) => `care-${site}`),
    ...organisations.map(({ _id }) => keyOf(_id)).flatMap((key) => [`case-${key}`, `protection-${key}`]),
  ];
};

/** Databases whose changes the workers act on. */
export const followedDatabases = ({ sites, trips }: Pick<Provisioned, "sites" | "trips">): readonly string[] => [
  "directory",
  "_users",
  ...sites.map(siteDatabase),
  ...trips.map(({ _id }) => tripDatabase(_id)),
];
