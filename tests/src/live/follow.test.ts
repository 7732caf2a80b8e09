import { expect, test } from "vitest";
import { follow } from "../../../src/live/follow.ts";
import { groupOfPerson } from "../../../src/live/intake/group-view.ts";
import { openRecords, type Records } from "../../../src/live/records.ts";
import { rosterCounts } from "../../../src/live/roster/roster-counts.ts";
import { rosterOf } from "../../../src/live/roster/roster-view.ts";
import { tripOf, tripsOf } from "../../../src/live/transport/trips-view.ts";
import { aDocument } from "../../support/data/a-document.ts";
import { aSource } from "../../support/live/a-source.ts";

const databases = ["directory", "site-medyka", "trip-1", "trip-2"];
const boarding = (trip: number, key: string) =>
  aDocument("scan", `${trip}${key}`, { tripId: `trip:${trip}`, lineId: `line:${trip}`, event: "board" });

/** Two trips and a house; `times` counts how often a view is worked out. */
const aSite = () => {
  const source = aSource();
  source.put("directory", aDocument("room", "1"));
  source.put("directory", aDocument("bed", "1"));
  for (const key of [1, 2]) {
    source.put("site-medyka", aDocument("person", `${key}`, { groupId: `group:${key}` }));
    source.put(`trip-${key}`, aDocument("trip", `${key}`));
    source.put(`trip-${key}`, aDocument("line", `${key}`, { tripId: `trip:${key}`, personId: `person:${key}` }));
  }
  const records = openRecords(source, databases);
  const followed = <T>(view: (records: Records) => T) => {
    let times = 0;
    const look = follow(records, (seen) => {
      times += 1;
      return view(seen);
    });
    return { look: () => look().value, times: () => times };
  };
  return { ...source, followed };
};

test("A boarding of one trip is worked out on its page and in the list, not on another trip's page nor in the house", () => {
  const { put, followed } = aSite();
  const [one, other, list, house] = [
    followed((records) => tripOf(records, "trip:1", "medyka", databases)),
    followed((records) => tripOf(records, "trip:2", "medyka", databases)),
    followed((records) => tripsOf(records, "medyka", databases)),
    followed((records) => rosterOf(records, "medyka")),
  ];
  const before = [one, other, list, house].map(({ look }) => look());
  put("trip-1", boarding(1, "a"));
  expect(one.look()?.scans).toHaveLength(1);
  expect(other.look()).toBe(before[1]);
  expect(house.look()).toBe(before[3]);
  expect(list.look()[1]).toBe((before[2] as ReturnType<typeof list.look>)[1]);
  expect(list.look()[0]?.scans).toHaveLength(1);
  expect([one, other, list, house].map(({ times }) => times())).toEqual([2, 1, 2, 1]);
});

test("A group is worked out anew when somebody joins it, whichever group they came from, and not for others", () => {
  const { put, followed } = aSite();
  const group = followed((records) => groupOfPerson(records, "medyka", "person:1").map(({ _id }) => _id));
  expect(group.look()).toEqual(["person:1"]);
  put("site-medyka", aDocument("person", "3", { groupId: "group:2" }));
  expect([group.look(), group.times()]).toEqual([["person:1"], 1]);
  put("site-medyka", aDocument("person", "2", { groupId: "group:1" }));
  expect(group.look()).toEqual(["person:1", "person:2"]);
});

test("A view that is asked about more days than are kept follows each of them all the same", () => {
  const { put, followed } = aSite();
  const days = Array.from({ length: 10 }, (_, day) => `2026-11-${11 + day}`);
  const counts = days.map((day) => followed((records) => rosterCounts(records, "medyka", day).inside));
  expect(counts.map(({ look }) => look())).toEqual(days.map(() => 0));
  put("site-medyka", aDocument("stay", "1", { personId: "person:1", bedId: "bed:1" }));
  const arrived = { site: "medyka", personId: "person:1", stayId: "stay:1", event: "check_in", order: 1 };
  put("site-medyka", aDocument("presence", "1", { ...arrived, at: "2026-11-24T08:00:00.000Z", by: "ann" }));
  expect(counts.map(({ look }) => look())).toEqual(days.map(() => 1));
});

test("A document that was only sent changes no view", () => {
  const { put, followed } = aSite();
  const house = followed((records) => rosterOf(records, "medyka"));
  const before = house.look();
  put("site-medyka", aDocument("person", "1", { groupId: "group:1" }), { state: "savedHere" });
  expect(house.look()).toBe(before);
});

test("What a view hands out in a map that changes in place comes in another view", () => {
  const { put, followed } = aSite();
  const house = followed((records) => rosterOf(records, "medyka"));
  const before = house.look();
  put("site-medyka", aDocument("stay", "1", { personId: "person:1", bedId: "bed:1" }));
  expect(house.look()).not.toBe(before);
  expect(house.look().residents.size).toBe(1);
});
