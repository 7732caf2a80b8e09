import { expect, test } from "vitest";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { placesInGroup } from "../../../../src/live/roster/places-in-group.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const group = ["resident", "waits", "passenger", "roomOnly"].map((key) =>
  aDocument("person", key),
) as readonly Person[];
const stay = aDocument("stay", "1", { personId: "person:resident", roomId: "room:1", bedId: "bed:1" });
const roomOnly = aDocument("stay", "2", { personId: "person:roomOnly", roomId: "room:1" });
const trip = [
  aDocument("trip", "1"),
  aDocument("line", "a", { personId: "person:passenger" }),
  aDocument("scan", "1", { lineId: "line:a", event: "board" }),
  aDocument("scan", "2", { event: "depart", counted: 1 }),
];
const placesWith = (...stays: readonly object[]) =>
  placesInGroup(
    aRecords({
      directory: [aDocument("room", "1"), aDocument("bed", "1")],
      "site-medyka": [...group, ...stays],
      "trip-1": trip,
    }),
    "medyka",
    group,
    ["trip-1"],
  );
const without = (places: ReturnType<typeof placesInGroup>) =>
  [...places].filter(([, { lacksBed }]) => lacksBed).map(([id]) => id);

test("Beside a resident the others of the group lack a bed, except one who has left on a bus", () => {
  const places = placesWith(stay);
  expect(without(places)).toEqual(["person:waits", "person:roomOnly"]);
  expect(places.get("person:resident")).toMatchObject({ stay: { bed: { code: "1" } } });
  expect(places.get("person:passenger")).toEqual({ stay: undefined, lacksBed: false });
});

test("In a group of whom none has a place nobody is said to lack a bed", () => {
  expect(without(placesWith())).toEqual([]);
});

test("A place in a room without a bed is a lack", () => {
  expect(without(placesWith(roomOnly))).toContain("person:roomOnly");
});
