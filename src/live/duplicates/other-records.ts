import { isStopLost } from "../../domain/duplicates/merge-stop.ts";
import { isMerged } from "../../domain/duplicates/merged.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { isWritable, mayChange, reachAt } from "../../domain/rights/authority.ts";
import { currentStay } from "../../domain/roster/stay-commands.ts";
import type { Records } from "../records.ts";
import { isHere } from "../roster/residents.ts";
import { staysOfPerson } from "../roster/stays-of.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** Records in whose place this one is used, as they say themselves. */
export const otherRecordsOf = (records: Records, site: string, personId: string): readonly Person[] =>
  records.kept(pointingAt, siteDatabase(site)).get(personId) ?? [];

/** A record that points at another one, and why somebody is to look at that again. Without `survivor` nothing of that one lies at the site. */
export type OddMerge = { readonly loser: Person; readonly survivor: Person | undefined; readonly why: WhyOdd };

/**
 * `circle`: both are on the lists, for each stands for somebody; `gone`: neither is; `inBed`: the one that is off the lists was given a bed;
 * `child`: it was noted there that no parent is with the child.
 */
export type WhyOdd = "circle" | "gone" | "inBed" | "child";

/** What two phones did to such records unseen of each other, for who may put it right. */
export const oddMerges = (
  records: Records,
  site: string | undefined,
  roles: readonly string[],
): readonly OddMerge[] => {
  if (site === undefined) return [];
  const database = siteDatabase(site);
  const people = records.table(database, "person");
  return [...records.kept(pointingAt, database).rows().values()].flat().flatMap((loser): readonly OddMerge[] => {
    const { mergedInto } = loser;
    if (mergedInto === undefined || !mayChange(roles, database, loser, "mergedInto")) return [];
    const survivor = people.get(mergedInto);
    // One that went to another site has left its trace here and is known there; else it is this one that came without it.
    if (!survivor) return records.find(database, mergedInto) ? [] : [{ loser, survivor, why: "gone" }];
    const why = whyOdd(loser, survivor, currentStay(staysOfPerson(records, database, loser._id)) !== undefined);
    const isNamed = survivor.mergedInto === loser._id && survivor._id < loser._id;
    return why && !isNamed ? [{ loser, survivor, why }] : [];
  });
};

const whyOdd = (loser: Person, survivor: Person, isHoused: boolean): WhyOdd | undefined => {
  if (!isMerged(loser)) return "circle";
  if (!isHere(survivor)) return "gone";
  if (isHoused) return "inBed";
  return isStopLost(loser, survivor) ? "child" : undefined;
};

const pointingAt = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(
    records.table(database, "person"),
    (person) => (person.voided || person.withdrawn ? [] : [person.mergedInto]),
    byId,
  );

/** Whether somebody with these roles says which records of a site are of one person. */
export const mayMerge = (roles: readonly string[], site: string): boolean =>
  reachAt(roles, { database: siteDatabase(site), site }, "person").some((reach) => isWritable(reach, "mergedInto"));
