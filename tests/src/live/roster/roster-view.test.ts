import { expect, test } from "vitest";
import { rosterCounts } from "../../../../src/live/roster/roster-counts.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const at = "2026-11-24T08:00:00.000Z";
const event = (stay: string, name: string, order: number) =>
  aDocument("presence", `${stay}.${order}`, {
    site: "medyka",
    personId: `person:${stay}`,
    stayId: `stay:${stay}`,
    event: name,
    order,
    at,
    by: "ann",
  });
const stay = (key: string, bedId: string) =>
  aDocument("stay", key, { personId: `person:${key}`, roomId: "room:1", bedId });
const directory = [
  aDocument("room", "1"),
  aDocument("bed", "1"),
  aDocument("bed", "2", { bedKind: "double" }),
  aDocument("bed", "3", { blocked: true }),
];
const people = ["a", "b", "c"].map((key) => aDocument("person", key));
const recordsOf = (site: readonly object[]) => aRecords({ directory, "site-medyka": [...people, ...site] });
const roster = (site: readonly object[]) => rosterOf(recordsOf(site), "medyka");

test("Whoever has left waits for no bed, and the bed is free again", () => {
  const view = roster([stay("a", "bed:1"), event("a", "check_in", 1), event("a", "check_out", 2)]);
  expect(view.withoutBed.map(({ _id }) => _id)).toEqual(["person:c", "person:b"]);
  expect(view.bedsFree).toBe(3);
});

test("A single bed given twice is told; two in a double bed are a couple", () => {
  const both = (bedId: string) => [
    stay("a", bedId),
    event("a", "check_in", 1),
    stay("b", bedId),
    event("b", "check_in", 1),
  ];
  expect(roster(both("bed:1")).doubles).toHaveLength(1);
  expect(roster(both("bed:2")).doubles).toHaveLength(0);
  expect(roster(both("bed:2")).bedsFree).toBe(1);
});

test("On leave and in hospital keep the bed and are not inside", () => {
  const records = recordsOf([
    ...[stay("a", "bed:1"), event("a", "check_in", 1), event("a", "leave_start", 2)],
    ...[stay("b", "bed:2"), event("b", "check_in", 1), event("b", "hospital_start", 2)],
  ]);
  expect(rosterCounts(records, "medyka", "2026-11-24")).toEqual({
    inside: 0,
    childrenInside: 0,
    away: 2,
    inHospital: 1,
  });
  expect(rosterOf(records, "medyka").bedsFree).toBe(1);
});
