import { expect, test } from "vitest";
import { groupOfPerson, groupsOf } from "../../../src/live/intake/group-view.ts";
import { personWithGroup } from "../../../src/live/intake/people-of.ts";
import { answerOf, rollCallsOf } from "../../../src/live/roster/roll-call-view.ts";
import { departedFrom } from "../../../src/live/transport/departed-people.ts";
import { aDocument } from "../../support/data/a-document.ts";
import { aRecords } from "../../support/data/a-records.ts";

const at = "2026-11-24T08:00:00.000Z";

test("Who sits in a bus that has left is no longer here; who was left behind is", () => {
  const trip = [
    aDocument("trip", "1"),
    aDocument("line", "a", { personId: "person:a" }),
    aDocument("line", "b", { personId: "person:b" }),
    aDocument("scan", "1", { lineId: "line:a", event: "board" }),
  ];
  const left = aDocument("scan", "2", { event: "depart", counted: 1 });
  expect(departedFrom(aRecords({ "trip-1": trip }), "medyka", ["trip-1"])).toEqual(new Set());
  expect(departedFrom(aRecords({ "trip-1": [...trip, left] }), "medyka", ["trip-1"])).toEqual(new Set(["person:a"]));
});

test("Answers of several phones come together, and what was taken back does not count", () => {
  const given = { site: "medyka", personId: "person:a", rollCallId: "roll-call:1", order: 1, at, by: "ann" };
  const rollCall = { site: "medyka", type: "evening", startedAt: at, expectedCount: 1, by: "ann" };
  const seen = aDocument("presence", "1", { ...given, event: "seen", voided: "mistake" });
  const missing = aDocument("presence", "2", { ...given, event: "missing" });
  const [view] = rollCallsOf(
    aRecords({ "site-medyka": [aDocument("rollCall", "1", rollCall), seen, missing] }),
    "medyka",
  );
  expect(view && answerOf(view, "person:a")).toBe("missing");
  expect(view && answerOf(view, "person:b")).toBe("not_checked");
});

test("Groups come the newest first, the focal person on top; merged people are not shown twice", () => {
  const people = [
    aDocument("person", "1", { groupId: "group:1" }),
    aDocument("person", "2", { groupId: "group:1", relationToFocal: "HEAD" }),
    aDocument("person", "3"),
    aDocument("person", "4", { groupId: "group:1", mergedInto: "person:1" }),
  ];
  const records = aRecords({ "site-medyka": people });
  expect(groupsOf(records, "medyka").map(({ members }) => members.map(({ _id }) => _id))).toEqual([
    ["person:3"],
    ["person:2", "person:1"],
  ]);
  expect(groupOfPerson(records, "medyka", "person:1").map(({ _id }) => _id)).toEqual(["person:2", "person:1"]);
  expect(groupOfPerson(records, "medyka", "person:9")).toEqual([]);
  expect(personWithGroup(records, "medyka", "person:1")?.companions.map(({ _id }) => _id)).toEqual(["person:2"]);
});
