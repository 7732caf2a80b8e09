import { expect, test } from "vitest";
import { tripsOfPeople } from "../../../../src/live/transport/trips-of-people.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const trips = [
  aDocument("trip", "1", { departAt: "2026-11-24T20:00:00.000Z" }),
  aDocument("trip", "2", { departAt: "2026-11-25T20:00:00.000Z" }),
  aDocument("trip", "3"),
];
const line = (key: string, tripId: string, personId: string, more: object = {}) =>
  aDocument("line", key, { tripId, personId, groupId: "group:1", ...more });
const documents = [
  ...trips,
  line("1", "trip:1", "person:1"),
  line("2", "trip:2", "person:1", { seat: 4 }),
  line("3", "trip:2", "person:2"),
  aDocument("person", "4", { groupId: "group:1" }),
  line("5", "trip:2", "person:4", { groupId: undefined }),
  line("4", "trip:3", "person:1", { status: "cancelled" }),
];
const of = (by: "personId" | "groupId", id: string) =>
  tripsOfPeople(aRecords({ "site-medyka": documents }), "medyka", ["site-medyka"], by, id).map(({ view, lines }) => [
    view.trip._id,
    lines.map(({ _id }) => _id),
  ]);

test("Somebody's trips, the latest departure first, without those they were taken off", () => {
  expect(of("personId", "person:1")).toEqual([
    ["trip:2", ["line:2"]],
    ["trip:1", ["line:1"]],
  ]);
  expect(of("personId", "person:3")).toEqual([]);
});

test("A group's trips, each once, with all of its people who are on it, also those whose line names no group", () => {
  expect(of("groupId", "group:1")).toEqual([
    ["trip:2", ["line:2", "line:3", "line:5"]],
    ["trip:1", ["line:1"]],
  ]);
});
