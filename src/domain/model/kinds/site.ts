import * as v from "valibot";
import type { OwnedSite } from "../databases.ts";
import { choice, count, decimal, optional, ref, siteSlug, structure, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";
import { keyOf } from "../new-id.ts";

const plumbing = structure(v.object({ f: count(0, 999), m: count(0, 999), u: count(0, 999) }));

/**
 * A place where people arrive or live. Every account reads it, so a protected site carries no address, coordinates or phone
 * here (domain reference 3.9, 8.7).
 */
export const site = defineKind("site", 1, ["directory"], {
  site: siteSlug(),
  name: text(120),
  nameUk: optional(text(120)),
  type: choice("siteType", { standIn: "shelter" }),
  orgId: ref("organisation"),
  adm1: optional(choice("voivodeship")),
  powiat: optional(text(80)),
  gmina: optional(text(80)),
  address: optional(text(200)),
  lat: optional(decimal(-90, 90)),
  lon: optional(decimal(-180, 180)),
  protected: yesNo({ standIn: true }),
  phone: optional(text(40)),
  capacityRegular: optional(count(0, 100_000)),
  capacitySurge: optional(count(0, 100_000)),
  floorAreaM2: optional(decimal(0, 1_000_000)),
  toilets: optional(plumbing),
  showers: optional(plumbing),
  accessible: optional(yesNo()),
  petsAllowed: optional(yesNo()),
  kitchen: optional(yesNo()),
  curfew: optional(text(40)),
  checkInHours: optional(text(40)),
  staffOnDuty: optional(count(0, 10_000)),
  assemblyPoint: optional(text(200)),
  maxStayHours: optional(count(1, 10_000)),
  /** Seconds after which the phones of the place lock themselves: untouched, and out of sight. */
  lockIdleSeconds: optional(count(30, 900)),
  lockHiddenSeconds: optional(count(0, 300)),
  /** Whether holding the lock for three seconds destroys what is on a phone of the place. */
  wipesByHolding: optional(yesNo()),
  status: choice("siteStatus", { standIn: "open" }),
});
export type Site = DocumentOf<typeof site>;

/**
 * Who runs which site. Where two documents name different organisations for one site, none of them has it; nor where an administrator
 * made the document without one.
 */
export const ownedSites = (sites: readonly Site[]): readonly OwnedSite[] => {
  const owners = new Map<string, string | undefined>();
  for (const { site, orgId } of sites) {
    const org = (orgId as string | undefined) && keyOf(orgId);
    owners.set(site, owners.has(site) && owners.get(site) !== org ? undefined : org);
  }
  return [...owners].map(([site, org]) => ({ site, org }));
};

/** The name in the reader's script, where there is one in it. */
export const siteNameIn = ({ name, nameUk }: Site, language: string): string =>
  (language === "uk" || language === "ru" ? nameUk : undefined) ?? name;
