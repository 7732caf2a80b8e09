import { directoryDatabase, sitesCoordinatedBy } from "../../domain/model/databases.ts";
import { ownedSites, type Site, siteNameIn } from "../../domain/model/kinds/site.ts";
import type { Records } from "../../live/records.ts";

/** What the sites are called in a language, by their slug. */
export const siteNames = (records: Records, language: string): ReadonlyMap<string, string> =>
  new Map(sitesIn(records).map((site) => [site.site, siteNameIn(site, language)]));

/** The sites that an account with these roles coordinates, those that are there. */
export const coordinatedSites = (records: Records, roles: readonly string[]): readonly string[] => {
  const there = new Set(sitesIn(records).flatMap(({ site, voided }) => (voided ? [] : [site])));
  return sitesCoordinatedBy(roles, ownedSites(sitesIn(records))).filter((site) => there.has(site));
};

const sitesIn = (records: Records): readonly Site[] => [...records.all(directoryDatabase, "site").values()];
