import {
  databasesFor,
  directoryDatabase,
  isCoordinator,
  siteDatabase,
  sitesCoordinatedBy,
  sitesOf,
  sitesOpenTo,
  tripDatabase,
} from "../../domain/model/databases.ts";
import { ownedSites } from "../../domain/model/kinds/site.ts";
import type { Records } from "../../live/records.ts";

/** The sites that a coordinator may choose from, by what the directory says. */
export const openSites = (records: Records, roles: readonly string[]): readonly string[] =>
  sitesOpenTo(roles, ownedSites([...records.all(directoryDatabase, "site").values()]));

/** The sites somebody works with on this phone: those of their roles, and which a coordinator chose. */
export const followedSites = (records: Records, roles: readonly string[], chosen: readonly string[]): string[] => {
  const open = isCoordinator(roles) ? openSites(records, roles) : [];
  return [...new Set([...sitesOf(roles), ...chosen.filter((site) => open.includes(site))])];
};

/**
 * The databases that this phone keeps together with the server. A coordinator's roles open all there are, hundreds perhaps: followed
 * are the chosen sites and the trips from there that are not over, and whatever still has something to send.
 */
export const followedDatabases = (
  records: Records,
  roles: readonly string[],
  chosen: readonly string[],
  hasUnsent: (database: string) => boolean,
): readonly string[] => {
  if (!isCoordinator(roles)) return databasesFor(roles);
  const sites = followedSites(records, roles, chosen);
  const trips = sites.flatMap((site) =>
    [...records.all(siteDatabase(site), "trip").values()].flatMap(({ _id, status, voided }) =>
      voided || over.has(status) || !roles.includes(_id) ? [] : [tripDatabase(_id)],
    ),
  );
  const followed = new Set([directoryDatabase, ...sites.map(siteDatabase), ...trips]);
  const open = [...openSites(records, roles).map(siteDatabase), ...databasesFor(roles)];
  return [...followed, ...open.filter((database) => !followed.has(database) && hasUnsent(database))];
};

/**
 * All databases that this account may read now; undefined where that is not known, for what a coordinator may read stands in the directory. Of any
 * other nothing is to lie on this phone.
 */
export const readableDatabases = (records: Records, roles: readonly string[]): ReadonlySet<string> | undefined => {
  if (!isCoordinator(roles)) return new Set(databasesFor(roles));
  if (records.all(directoryDatabase, "site").size === 0) return undefined;
  return new Set([...databasesFor(roles), directoryDatabase, ...openSites(records, roles).map(siteDatabase)]);
};

const over: ReadonlySet<string> = new Set(["closed", "cancelled"]);

/** For the screens of this phone: the coordinators of an organisation lead each of its sites. */
export const rolesHere = (records: Records, roles: readonly string[]): readonly string[] => {
  if (roles.includes("coordinator") || !isCoordinator(roles)) return roles;
  const led = sitesCoordinatedBy(roles, ownedSites([...records.all(directoryDatabase, "site").values()]));
  return [...roles, ...led.map((site) => `lead:${site}`)];
};
