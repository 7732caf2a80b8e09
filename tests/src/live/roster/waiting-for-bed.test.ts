import { expect, test } from "vitest";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { waitingForBed } from "../../../../src/live/roster/waiting-for-bed.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const people = [
  aDocument("person", "waits"),
  aDocument("person", "resident"),
  aDocument("person", "withdrawn", { voided: "mistake" }),
  aDocument("person", "merged", { mergedInto: "person:waits" }),
  aDocument("person", "passenger"),
  aDocument("person", "misplaced"),
] as unknown as readonly Person[];
const records = aRecords({
  directory: [aDocument("room", "1"), aDocument("bed", "1")],
  "site-medyka": [
    ...people,
    aDocument("stay", "1", { personId: "person:resident", roomId: "room:1", bedId: "bed:1" }),
    aDocument("stay", "2", { personId: "person:misplaced", voided: "mistake" }),
  ],
  "trip-1": [
    aDocument("trip", "1"),
    aDocument("line", "a", { personId: "person:passenger" }),
    aDocument("scan", "1", { lineId: "line:a", event: "board" }),
    aDocument("scan", "2", { event: "depart", counted: 1 }),
  ],
});

test("Residents, passengers of a trip that has left and withdrawn records wait for no bed", () => {
  const ids = waitingForBed(records, "medyka", people, ["trip-1"]).map(({ _id }) => _id);
  expect(ids).toEqual(["person:waits", "person:misplaced"]);
});

test("The roster's list, less its passengers, is the same people", () => {
  const { withoutBed } = rosterOf(records, "medyka");
  expect(new Set(waitingForBed(records, "medyka", withoutBed, ["trip-1"]))).toEqual(
    new Set(waitingForBed(records, "medyka", people, ["trip-1"])),
  );
});
