import { expect, test } from "vitest";
import type { Person } from "../../../../../src/domain/model/kinds/person.ts";
import { presetIds } from "../../../../../src/features/roster/beds/preset-ids.ts";
import { rosterOf } from "../../../../../src/live/roster/roster-view.ts";
import { waitingForBed } from "../../../../../src/live/roster/waiting-for-bed.ts";
import { aDocument } from "../../../../support/data/a-document.ts";
import { aRecords } from "../../../../support/data/a-records.ts";

const group = ["mother", "child", "father", "uncle"].map((key) => aDocument("person", key)) as readonly Person[];
const records = aRecords({
  "site-medyka": [...group, aDocument("stay", "1", { personId: "person:uncle" })],
  "trip-1": [
    aDocument("trip", "1"),
    aDocument("line", "a", { personId: "person:father" }),
    aDocument("scan", "1", { lineId: "line:a", event: "board" }),
    aDocument("scan", "2", { event: "depart", counted: 1 }),
  ],
});
const preset = (personId: string, isMove = false) =>
  presetIds({
    view: rosterOf(records, "medyka"),
    waiting: waitingForBed(records, "medyka", group, ["trip-1"]),
    group,
    personId,
    isMove,
  });

test("A family's beds are proposed for its members who wait, not for one who has left on a bus", () => {
  expect(preset("person:mother")).toEqual(["person:mother", "person:child"]);
});

test("One who has left on a bus is given a bed where it is asked for them", () => {
  expect(preset("person:father")).toEqual(["person:mother", "person:child", "person:father"]);
});

test("A resident moves alone, where another bed was asked for", () => {
  expect(preset("person:uncle", true)).toEqual(["person:uncle"]);
});

test("Nobody is ticked for one who has a bed already, as where the page that said so is loaded anew", () => {
  expect(preset("person:uncle")).toEqual([]);
});
