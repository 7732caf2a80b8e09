import { expect, test } from "vitest";
import { bedPlaces } from "../../../../../src/features/roster/rooms/bed-cells.ts";
import type { Resident } from "../../../../../src/live/roster/residents.ts";
import { aDocument } from "../../../../support/data/a-document.ts";

const today = "2026-11-24";
const since = "2026-11-24T08:00:00.000Z";
let people = 0;
const resident = (content: object, status: "in" | "hospital" | "leave" = "in"): Resident => {
  people += 1;
  return {
    person: aDocument("person", String(people), content),
    stay: aDocument("stay", `${people}.medyka.1`),
    events: [],
    state: { status, since },
  };
};
const adult = { birth: { precision: "band", band: "18_59" } };
const statesOf = (bed: object, ...residents: readonly Resident[]) =>
  bedPlaces([{ bed: aDocument("bed", "A1", bed), residents }], today).map(({ state }) => state);

test("Who lies in a bed is seen; who is away has kept it, whoever they are", () => {
  expect(statesOf({}, resident({ ...adult, sex: "f" }))).toEqual(["woman"]);
  expect(statesOf({}, resident({ ...adult, sex: "m" }))).toEqual(["man"]);
  expect(statesOf({}, resident(adult))).toEqual(["person"]);
  expect(statesOf({}, resident({ sex: "f", birth: { precision: "band", band: "5_11" } }))).toEqual(["child"]);
  expect(statesOf({}, resident({ ...adult, sex: "f" }, "hospital"))).toEqual(["away"]);
});

test("A free place is one cell, a double bed has two; a bed that is not in use has one and cannot be given", () => {
  expect(statesOf({})).toEqual(["free"]);
  expect(statesOf({ bedKind: "double" }, resident({ ...adult, sex: "m" }))).toEqual(["man", "free"]);
  expect(statesOf({ blocked: true })).toEqual(["blocked"]);
});

test("More people than places: each of them is in doubt, also who is away", () => {
  expect(statesOf({}, resident(adult), resident(adult, "leave"))).toEqual(["doubtful", "doubtful"]);
});

test("A bed that is not in use is shown so also with somebody in it, whether they are there or away", () => {
  expect(statesOf({ blocked: true }, resident(adult))).toEqual(["blocked"]);
  expect(statesOf({ blocked: true }, resident(adult, "leave"))).toEqual(["blocked"]);
  expect(statesOf({ blocked: true }, resident(adult), resident(adult))).toEqual(["doubtful", "doubtful"]);
});
