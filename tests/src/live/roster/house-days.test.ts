import { expect, test } from "vitest";
import { latestGroups } from "../../../../src/live/intake/group-view.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { houseDaysOf } from "../../../../src/live/roster/house-days.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";
import { aSource } from "../../../support/live/a-source.ts";

const today = "2026-11-24";
const on = (day: number, hour = 8) => `2026-11-${day}T${String(hour).padStart(2, "0")}:00:00.000Z`;
const event = (key: string, kind: string, order: number, at: string, whose = 1) =>
  aDocument("presence", key, {
    site: "medyka",
    personId: `person:${whose}`,
    stayId: `stay:${whose}.medyka.1`,
    event: kind,
    order,
    at,
    by: "ann",
  });
const group = (key: string, arrivedAt: string, counts?: object) =>
  aDocument("group", key, { site: "medyka", keepTogether: true, arrivedAt, ...(counts && { counts }) });
const daysWith = (...documents: readonly object[]) =>
  houseDaysOf(aRecords({ "site-medyka": documents }), "medyka", today);

test("The last seven days, today as the last", () => {
  const days = daysWith().map(({ day }) => day);
  expect(days).toHaveLength(7);
  expect([days[0], days[6]]).toEqual(["2026-11-18", today]);
});

test("Who came is counted on the day in Warsaw: so many as were counted, no fewer than have names", () => {
  const days = daysWith(
    group("1", on(22), { "f|18_59": 2 }),
    group("2", on(22, 23)),
    aDocument("person", "1", { groupId: "group:2" }),
    aDocument("person", "2", { groupId: "group:2", mergedInto: "person:1" }),
    { ...group("3", on(22), { "f|18_59": 9 }), voided: "mistake" },
  );
  expect(days.map(({ arrived }) => arrived)).toEqual([0, 0, 0, 0, 2, 1, 0]);
});

test("People whose group was withdrawn came all the same", () => {
  const days = daysWith(
    { ...group("1", on(22), { "f|18_59": 9 }), voided: "mistake" },
    aDocument("person", "1", { groupId: "group:1" }),
  );
  expect(days.map(({ arrived }) => arrived)).toEqual([0, 0, 0, 0, 1, 0, 0]);
});

test("A group all of whom were withdrawn did not come, but for those of it who were only counted", () => {
  const gone = { withdrawn: "declined", withdrawnAt: on(23), birth: { precision: "day", date: "1990-01-01" } };
  const documents = [
    group("1", on(22), { "f|18_59": 1 }),
    aDocument("person", "1", { ...gone, groupId: "group:1" }),
    group("2", on(22), { "x|5_11": 2 }),
    aDocument("person", "2", { ...gone, groupId: "group:2" }),
  ];
  expect(daysWith(...documents).map(({ arrived }) => arrived)).toEqual([0, 0, 0, 0, 2, 0, 0]);
  const latest = latestGroups(aRecords({ "site-medyka": documents }), "medyka");
  expect(latest.map(({ _id }) => _id)).toEqual(["group:2"]);
});

test("Who was in the house at a day's end is told from what was noted until then; a stay of nobody counts nobody", () => {
  const days = daysWith(
    aDocument("person", "1"),
    aDocument("stay", "2.medyka.1", { personId: "person:2" }),
    { ...event("9", "check_in", 1, on(20)), personId: "person:2", stayId: "stay:2.medyka.1" },
    aDocument("stay", "1.medyka.1"),
    event("1", "check_in", 1, on(20)),
    event("2", "hospital_start", 2, on(22)),
    event("3", "hospital_end", 3, on(23)),
    event("4", "check_out", 4, on(24)),
  );
  expect(days.map(({ inside }) => inside)).toEqual([0, 0, 1, 1, 0, 1, 0]);
});

test("One more event is counted for the price of its stay: of the others nothing is looked at anew", () => {
  let reads = 0;
  const noted = (key: string, kind: string, order: number, at: string) => {
    const document = event(key, kind, order, at, Number(key[0]));
    const readAt = () => {
      reads += 1;
      return at;
    };
    return Object.defineProperty({ ...document }, "at", { get: readAt, enumerable: true });
  };
  const stays = [1, 2, 3].flatMap((key) => [
    aDocument("person", `${key}`),
    aDocument("stay", `${key}.medyka.1`, { personId: `person:${key}` }),
    noted(`${key}a`, "check_in", 1, on(20)),
    noted(`${key}b`, "hospital_start", 2, on(22)),
  ]);
  const source = aSource();
  const records = openRecords(source, []);
  for (const document of stays) source.put("site-medyka", document);
  const inside = () => houseDaysOf(records, "medyka", today).map((day) => day.inside);
  expect(inside()).toEqual([0, 0, 3, 3, 0, 0, 0]);
  const before = reads;
  source.put("site-medyka", event("2c", "hospital_end", 3, on(23), 2));
  expect(inside()).toEqual([0, 0, 3, 3, 0, 1, 1]);
  expect(reads - before).toBeLessThan(before / 2);
});
