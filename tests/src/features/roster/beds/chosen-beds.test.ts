import { expect, test } from "vitest";
import type { RoomChoice, Sleeper } from "../../../../../src/domain/roster/placement.ts";
import { chosenBeds, wishesOf } from "../../../../../src/features/roster/beds/chosen-beds.ts";
import { aDocument } from "../../../../support/data/a-document.ts";

const sleeper = (key: string): Sleeper => ({
  personId: `person:${key}`,
  age: { min: 30, max: 30 },
  needs: [],
  marks: [],
});
const room = (code: string, beds: number): RoomChoice => ({
  room: aDocument("room", code),
  free: Array.from({ length: beds }, (_, place) => aDocument("bed", `${code}${place}`, { roomId: `room:${code}` })),
  others: [],
  family: [],
});
const [ann, ben] = [sleeper("ann"), sleeper("ben")];
const rooms = [room("a", 2), room("b", 4)];
const beds = (proposal: ReturnType<typeof chosenBeds>) =>
  Object.fromEntries(proposal.placements.map((placement) => [placement.sleeper.personId, placement.bed.code]));

test("Without wishes the proposal stands", () => {
  expect(beds(chosenBeds([ann, ben], rooms, { bedIds: {} }))).toEqual({ "person:ann": "a0", "person:ben": "a1" });
});

test("A tapped room is taken, and who finds no bed in it gets one elsewhere", () => {
  expect(beds(chosenBeds([ann, ben], rooms, { roomId: "room:b", bedIds: {} }))["person:ann"]).toBe("b0");
  const small = chosenBeds([ann, ben], [room("one", 1), room("b", 4)], { roomId: "room:one", bedIds: {} });
  expect(beds(small)).toEqual({ "person:ann": "one0", "person:ben": "b0" });
});

test("Who is given another's bed changes with them", () => {
  expect(beds(chosenBeds([ann, ben], rooms, { bedIds: { "person:ann": "bed:a1" } }))).toEqual({
    "person:ann": "a1",
    "person:ben": "a0",
  });
});

test("Somebody left without a bed takes it from another of the group only if told so", () => {
  const one = chosenBeds([ann, ben], [room("one", 1)], { bedIds: { "person:ben": "bed:one0" } });
  expect(beds(one)).toEqual({ "person:ben": "one0" });
  expect(one.left.map(({ personId }) => personId)).toEqual(["person:ann"]);
});

test("A bed that was taken meanwhile is no longer wished for", () => {
  expect(beds(chosenBeds([ann], rooms, { bedIds: { "person:ann": "bed:gone" } }))).toEqual({ "person:ann": "a0" });
});

test("Who is unticked takes their own bed with them: the room and the others' beds stay", () => {
  const wishes = { roomId: "room:b", bedIds: { "person:ann": "bed:b3", "person:ben": "bed:b2" } };
  const without = wishesOf(wishes, ["person:ann"]);
  expect(without).toEqual({ roomId: "room:b", bedIds: { "person:ann": "bed:b3" } });
  expect(beds(chosenBeds([ann], rooms, without))).toEqual({ "person:ann": "b3" });
  const tapped = wishesOf({ roomId: "room:b", bedIds: { "person:ann": "bed:b3" } }, ["person:ben"]);
  expect(tapped).toEqual({ roomId: "room:b", bedIds: {} });
  expect(beds(chosenBeds([ben], rooms, tapped))).toEqual({ "person:ben": "b0" });
});
