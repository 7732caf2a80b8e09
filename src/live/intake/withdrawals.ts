import { isMerged } from "../../domain/duplicates/merged.ts";
import { awaitsLead } from "../../domain/intake/withdrawal.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { mayChange } from "../../domain/rights/authority.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { everyone, grouped, listed } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** Those of a group whose registration was taken back, also a child for whom a lead has not agreed to it. */
export const withdrawnIn = (records: Records, site: string, groupId: string): readonly Person[] =>
  records.kept(withdrawnByGroup, siteDatabase(site)).get(groupId) ?? [];

/** Children whose withdrawal waits for somebody with these roles. */
export const withdrawalsToSee = (
  records: Records,
  site: string | undefined,
  roles: readonly string[],
): readonly Person[] => {
  if (site === undefined) return [];
  const database = siteDatabase(site);
  const waiting = records.kept(unseenWithdrawals, database).get(everyone) ?? [];
  return waiting.filter((person) => mayChange(roles, database, person, "withdrawalSeen"));
};

const withdrawnByGroup = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(
    records.table(database, "person"),
    (person) => (person.withdrawn && !person.voided && !isMerged(person) ? [person.groupId] : []),
    byId,
  );

/** The same with those in whose place another record is used. */
export const goneByGroup = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(
    records.table(database, "person"),
    (person) => ((person.withdrawn || isMerged(person)) && !person.voided ? [person.groupId] : []),
    byId,
  );

const unseenWithdrawals = (records: Records, database: string): Table<readonly Person[]> =>
  listed(
    records.table(database, "person"),
    byId,
    (person) => awaitsLead(person) && !person.voided && !isMerged(person),
  );
