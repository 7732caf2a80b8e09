import { expect, test } from "vitest";
import { siteDatabase } from "../../../../src/domain/model/databases.ts";
import { openMattersOf } from "../../../../src/live/attention/open-matters.ts";
import { oddMerges, otherRecordsOf } from "../../../../src/live/duplicates/other-records.ts";
import { groupsOf, groupWithPeople, latestGroups } from "../../../../src/live/intake/group-view.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { residentsAt, withoutStayInOrder } from "../../../../src/live/roster/residents.ts";
import { everyone } from "../../../../src/live/tables/grouped.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aSource } from "../../../support/live/a-source.ts";

const site = "medyka";
const database = siteDatabase(site);
const lead = ["lead:medyka"];
const at = "2026-11-24T09:00:00.000Z";
const party = { site, arrivedAt: at, keepTogether: true };

const open = (...documents: readonly object[]) => {
  const source = aSource();
  for (const one of documents) source.put(database, one);
  return openRecords(source, [database]);
};
const survivor = (content: object = {}) =>
  aDocument("person", "2", { groupId: "group:2", mergedFrom: ["person:1"], ...content });
const loser = (content: object = {}) =>
  aDocument("person", "1", { groupId: "group:1", mergedInto: "person:2", ...content });
const oddOf = (...documents: readonly object[]) =>
  oddMerges(open(...documents), site, lead).map(({ loser: { _id }, why }) => [_id, why]);

test("Whose record points at another one is on no list, and nor is a group that nobody else is in; the other one's page names it", () => {
  const records = open(aDocument("group", "1", party), aDocument("group", "2", party), loser(), survivor());
  expect(groupWithPeople(records, site, "group:1").people).toEqual([]);
  expect(groupsOf(records, site).map(({ key }) => key)).toEqual(["group:2"]);
  expect(latestGroups(records, site).map(({ _id }) => _id)).toEqual(["group:2"]);
  expect(
    records
      .kept(withoutStayInOrder, site)
      .get(everyone)
      ?.map(({ _id }) => _id),
  ).toEqual(["person:2"]);
  expect(otherRecordsOf(records, site, "person:2").map(({ _id }) => _id)).toEqual(["person:1"]);
});

test("Two that two phones pointed at each other are both on the lists, and a lead is told once", () => {
  const both = [loser({ mergedFrom: ["person:2"] }), survivor({ mergedInto: "person:1" })];
  const records = open(...both);
  expect(groupsOf(records, site)).toHaveLength(2);
  expect(oddOf(...both)).toEqual([["person:1", "circle"]]);
  const asked = { site, databases: [database], now: at };
  expect(openMattersOf(records, { ...asked, roles: lead }).merges).toBe(1);
  expect(openMattersOf(records, { ...asked, roles: ["coordinator"] }).merges).toBe(1);
  expect(openMattersOf(records, { ...asked, roles: ["volunteer:medyka"] }).merges).toBeUndefined();
});

test("A lead is told of what another phone did to a record that is off the lists, or to the one in its place", () => {
  expect(oddOf(loser(), survivor())).toEqual([]);
  // It was moved here from another site, and nobody here has the one in its place; that one was moved away and is known there.
  expect(oddOf(loser())).toEqual([["person:1", "gone"]]);
  expect(oddOf(loser(), { ...survivor(), erased: at })).toEqual([]);
  expect(oddOf(loser(), survivor({ withdrawn: "mistake", withdrawnAt: at }))).toEqual([["person:1", "gone"]]);
  expect(oddOf(loser(), survivor({ voided: "mistake" }))).toEqual([["person:1", "gone"]]);
  expect(oddOf(loser({ noParentSince: at }), survivor())).toEqual([["person:1", "child"]]);
  expect(oddOf(loser({ noParentSince: at }), survivor({ noParentSince: at }))).toEqual([]);
  const bed = aDocument("stay", "1", { personId: "person:1" });
  expect(oddOf(loser(), survivor(), bed)).toEqual([["person:1", "inBed"]]);
  // Whoever lies in a bed is answered for.
  expect(open(loser(), survivor(), bed).kept(residentsAt, site).get("person:1")).toBeDefined();
});
