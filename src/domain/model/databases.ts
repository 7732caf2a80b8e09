import type { DatabaseType, WalledTier } from "./kind.ts";

/** Names of databases, and which of them a role opens. CouchDB grants reading per database, so the name is the right. */
export const directoryDatabase = "directory";

export const siteDatabase = (site: string): string => `site-${site}`;

/** `trip:01j…` → `trip-01j…`. */
export const tripDatabase = (tripId: string): string => tripId.replace(":", "-");

/** The role that opens a trip's database: given by the server while the trip is under way. */
export const tripRole = (tripId: string): string => tripId;

/** What is not ours counts as the directory; `tierOf` tells them apart. */
export const databaseTypeOf = (database: string): DatabaseType => tierOf(database) ?? "directory";

/** Nothing for a database that is not ours. What not everybody at a site may read stands in databases of its own (architecture 5). */
export const tierOf = (database: string): DatabaseType | undefined =>
  database === directoryDatabase
    ? "directory"
    : (/^(site|trip|case|care|protection)-(?=.)/.exec(database)?.[1] as DatabaseType | undefined);

/** `care-<site>`, `case-<org>`, `protection-<org>`. Its members have the role of the same name: `protection:<org>`. */
export const walledDatabase = (tier: WalledTier, owner: string): string => `${tier}-${owner}`;

export const isWalled = (database: string): boolean => walledTierIn(database) !== undefined;

/** The walled tier of a database; nothing for any other. */
export const walledTierIn = (database: string): WalledTier | undefined =>
  /^(case|care|protection)-(?=.)/.exec(database)?.[1] as WalledTier | undefined;

/** The walled databases that roles open. */
export const walledDatabasesOf = (roles: readonly string[]): string[] => [
  ...new Set(
    roles.flatMap((role) => /^(case|care|protection):[a-z][a-z0-9-]*$/.exec(role)?.[0].replace(":", "-") ?? []),
  ),
];

/** `care-medyka` → `medyka`; nothing for a database that belongs to no place, organisation or trip. */
export const ownerOf = (database: string): string | undefined => /^[a-z]+-(.+)$/.exec(database)?.[1];

/** `volunteer:medyka` → the site's slug; nothing for roles without a site. */
export const siteOfRole = (role: string): string | undefined =>
  /^(?:volunteer|lead):([a-z][a-z0-9-]*)$/.exec(role)?.[1];

export const sitesOf = (roles: readonly string[]): string[] => [
  ...new Set(roles.flatMap((role) => siteOfRole(role) ?? [])),
];

/** A site, and the key of the organisation that runs it, by which its coordinators are known: `coordinator:<org>`. */
export type OwnedSite = { readonly site: string; readonly org: string | undefined };

/** The sites that roles open, of those there are: those they name, an organisation's, or all. */
export const sitesOpenTo = (roles: readonly string[], sites: readonly OwnedSite[]): string[] => [
  ...new Set([...sitesOf(roles), ...sitesCoordinatedBy(roles, sites)]),
];

export const sitesCoordinatedBy = (roles: readonly string[], sites: readonly OwnedSite[]): string[] =>
  sites.flatMap(({ site, org }) => {
    const isTheirs = roles.includes("coordinator") || (org !== undefined && roles.includes(coordinatorRole(org)));
    return isTheirs ? [site] : [];
  });

export const coordinatorRole = (org: string): string => `coordinator:${org}`;

/** Of all sites, or of those of an organisation. */
export const isCoordinator = (roles: readonly string[]): boolean =>
  roles.some((role) => role === "coordinator" || role.startsWith("coordinator:"));

/** The databases that roles open, where these sites are there. */
export const databasesFor = (roles: readonly string[], sites: readonly OwnedSite[] = []): string[] => [
  directoryDatabase,
  ...sitesOpenTo(roles, sites).map(siteDatabase),
  ...walledDatabasesOf(roles),
  ...roles.filter((role) => role.startsWith("trip:")).map(tripDatabase),
];
