import { type OwnedSite, siteDatabase, tripDatabase, walledDatabase } from "../../src/domain/model/databases.ts";
import type { Organisation } from "../../src/domain/model/kinds/organisation.ts";
import { ownedSites, type Site } from "../../src/domain/model/kinds/site.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import { keyOf } from "../../src/domain/model/new-id.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { runBy } from "../design/security.ts";
import { type ChangedDocument, inSequence } from "./catch-up.ts";
import { grantRoles } from "./grant-roles.ts";
import type { Scope } from "./provisioning-queue.ts";
import { allDocumentsOf } from "./stored-documents.ts";
import { provisionTripDatabases } from "./trip-databases.ts";
import { placeConcerns } from "./walls/place-concerns.ts";
import { placeLeftBehind } from "./walls/place-left-behind.ts";
import { placeNotes } from "./walls/place-notes.ts";
import { placeSameChild } from "./walls/place-same-child.ts";
import { wallOffNeeds } from "./walls/wall-off-needs.ts";

export type Provisioned = {
  readonly sites: readonly OwnedSite[];
  readonly trips: readonly Trip[];
  /** False where another write came in between, so that it has to be done again. */
  readonly isDone: boolean;
  readonly failures: readonly Error[];
};

/**
 * What documents ask for: databases of sites, organisations and published trips, and who may open them. Nothing is remembered from
 * one run to the next: rights follow from what the databases of all sites say now, also when only one site is provided for.
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
  const sites = await sitesIn(couch);
  const asked = scope === "everything" ? sites : sites.filter(({ site }) => scope.has(site));
  await provisionSites(couch, asked, attempt);
  if (scope === "everything") await provisionOrganisations(couch, attempt);
  for (const owned of asked) await attempt(() => provisionTripDatabases(couch, owned, now));
  const trips: Trip[] = [];
  await attempt(async () => {
    const granted = await grantRoles(couch, sites, now);
    trips.push(...granted.trips);
    return granted.isDone;
  });
  return { sites, trips, isDone, failures };
};

type Attempt = (work: () => Promise<boolean>) => Promise<unknown>;

/** A site's databases, open to its organisation. */
const provisionSites = async (couch: CouchClient, sites: readonly OwnedSite[], attempt: Attempt): Promise<void> => {
  for (const { site, org } of sites) {
    await attempt(() => installDatabase(couch, siteDatabase(site), runBy(org)).then(() => true));
    await attempt(() => installDatabase(couch, walledDatabase("care", site)).then(() => true));
    if (org !== undefined) await attempt(() => placeWhatWaited(couch, siteDatabase(site), org));
  }
};

const provisionOrganisations = async (couch: CouchClient, attempt: Attempt): Promise<void> => {
  for (const { _id } of await allDocumentsOf<Organisation>(couch, "directory", "organisation"))
    for (const type of ["case", "protection"] as const)
      await attempt(() => installDatabase(couch, walledDatabase(type, keyOf(_id))).then(() => true));
};

/** The sites that the directory names, with who runs them. */
export const sitesIn = async (couch: CouchClient): Promise<readonly OwnedSite[]> =>
  ownedSites(await allDocumentsOf<Site>(couch, "directory", "site"));

/** Databases whose changes the workers act on. */
export const followedDatabases = ({ sites, trips }: Pick<Provisioned, "sites" | "trips">): readonly string[] => [
  "directory",
  "_users",
  ...sites.flatMap(({ site }) => [siteDatabase(site), walledDatabase("care", site)]),
  ...organisationsOf(sites).flatMap((org) => [walledDatabase("case", org), walledDatabase("protection", org)]),
  ...trips.map(({ _id }) => tripDatabase(_id)),
];

/**
 * Places what waited for an organisation: it had nowhere to go before the site had one. Once for each organisation; the database keeps for which it was done, so that
 * an error or a crash in between is made up for in the next run.
 */
const placeWhatWaited = async (couch: CouchClient, database: string, org: string): Promise<boolean> => {
  const place = `${database}/_local/placed-for`;
  const { status, body: kept } = await couch.get<{ readonly _rev?: string; readonly org?: string }>(place);
  if (status !== 200 && status !== 404) throw new Error(`what waits at a site cannot be read: ${status}`);
  if (status === 200 && kept.org === org) return true;
  const of = (kind: string) => allDocumentsOf<ChangedDocument>(couch, database, kind);
  const waited = [
    ...(await of("sealed-note")),
    ...(await of("person")),
    ...(await of("safeguarding")),
    ...(await of("presence")),
  ];
  const sameChild = placeSameChild(() => new Date().toISOString().slice(0, 10));
  const acts = inSequence(placeNotes, wallOffNeeds, placeConcerns, placeLeftBehind, sameChild);
  if (!(await acts(couch, database, waited))) return false;
  const written = await couch.put(place, { ...(status === 200 && kept._rev && { _rev: kept._rev }), org });
  return written.status < 300;
};

const organisationsOf = (sites: readonly OwnedSite[]): readonly string[] => [
  ...new Set(sites.flatMap(({ org }) => org ?? [])),
];
