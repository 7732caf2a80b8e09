import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { leads } from "../../domain/rights/leads.ts";
import { mayMerge, oddMerges } from "../duplicates/other-records.ts";
import { withdrawalsToSee } from "../intake/withdrawals.ts";
import type { Records } from "../records.ts";
import { overbookedBedsAt } from "../roster/roster-view.ts";
import { countToProtect } from "../safeguarding/children-to-protect.ts";
import { fieldConflictsOf } from "./field-conflicts.ts";
import { openReviews } from "./open-reviews.ts";
import { placeConflictsOf } from "./place-conflicts.ts";

/** How many open matters of each sort this account may settle. */
export type OpenMatters = {
  readonly conflicts: number;
  readonly children: number;
  readonly handedIn: number;
  readonly broken: number;
  /** Joined records of one person that somebody is to look at again; undefined for who may not. */
  readonly merges: number | undefined;
};

export type OpenMattersOf = {
  readonly site: string | undefined;
  readonly databases: readonly string[];
  readonly roles: readonly string[];
  /** ISO 8601. What has waited for an hour is judged by it. */
  readonly now: string;
};

export const openMattersOf = (records: Records, { site, databases, roles, now }: OpenMattersOf): OpenMatters => {
  const isLead = leads(roles);
  const fields = fieldConflictsOf(records, site, roles).reduce((sum, { conflicts }) => sum + conflicts.length, 0);
  const places = placeConflictsOf(records, site, databases, now).length;
  const bedsTwice = site === undefined ? 0 : overbookedBedsAt(records, site).length;
  const withdrawals = withdrawalsToSee(records, site, roles).length;
  return {
    conflicts: fields + places + bedsTwice + withdrawals,
    children: countToProtect(records, site, warsawDay(now)),
    handedIn: isLead ? openReviews(records, roles).length : 0,
    broken: isLead ? records.openBroken() : 0,
    merges: site !== undefined && mayMerge(roles, site) ? oddMerges(records, site, roles).length : undefined,
  };
};
