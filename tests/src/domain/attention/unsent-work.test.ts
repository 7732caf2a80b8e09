import { expect, test } from "vitest";
import { totalOf, workIn } from "../../../../src/domain/attention/unsent-work.ts";

const person = (key: string, groupId?: string) => ({ _id: `person:${key}`, ...(groupId && { groupId }) });
const other = (kind: string, key = "a") => ({ _id: `${kind}:${key}` });

test("A family is its people, and the group that they came as is not counted beside them", () => {
  const family = [person("a", "group:g"), person("b", "group:g"), other("group", "g")];
  expect(workIn(family)).toEqual({ people: 2, beds: 0, notes: 0 });
  expect(totalOf(workIn(family))).toBe(2);
});

test("A group that was changed alone counts as a note, and so does what happened at a door", () => {
  expect(workIn([other("group", "g"), other("scan"), other("presence")])).toEqual({ people: 0, beds: 0, notes: 3 });
});

test("Beds are counted as beds", () => {
  expect(workIn([person("a"), other("stay"), other("stay", "b")])).toEqual({ people: 1, beds: 2, notes: 0 });
});

test("Checking in belongs to the bed that was given, where that waits, too", () => {
  const checkIn = { ...other("presence"), event: "check_in", stayId: "stay:a" };
  expect(workIn([other("stay"), checkIn])).toEqual({ people: 0, beds: 1, notes: 0 });
  expect(workIn([checkIn])).toEqual({ people: 0, beds: 0, notes: 1 });
  expect(workIn([other("stay"), { ...checkIn, event: "check_out" }])).toEqual({ people: 0, beds: 1, notes: 1 });
});

test("Whoever waits for two databases is one person", () => {
  expect(workIn([person("a"), person("a")])).toEqual({ people: 1, beds: 0, notes: 0 });
});

test("Nothing waits", () => {
  expect(workIn([])).toEqual({ people: 0, beds: 0, notes: 0 });
  expect(totalOf(workIn([]))).toBe(0);
});
