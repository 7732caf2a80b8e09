import { expect, test } from "vitest";
import { assignInRoom, proposeBeds, roomsByFit } from "../../../../src/domain/roster/bed-proposal.ts";
import { bedWarnings } from "../../../../src/domain/roster/bed-warnings.ts";
import type { RoomChoice, Sleeper } from "../../../../src/domain/roster/placement.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const sleeper = (key: string, sex: "f" | "m", age: number, marks: Sleeper["marks"] = []): Sleeper => ({
  personId: `person:${key}`,
  sex,
  age: { min: age, max: age },
  needs: [],
  marks,
});
const room = (
  code: string,
  beds: readonly string[],
  more: object = {},
  others: readonly Sleeper[] = [],
): RoomChoice => ({
  room: aDocument("room", code, more),
  free: beds.map((kind, place) =>
    aDocument("bed", `${code}-${place}`, { roomId: `room:${code}`, ...(kind && { bedKind: kind }) }),
  ),
  others,
  family: [],
});
const mother = sleeper("mother", "f", 35);
const son = sleeper("son", "m", 14);
const baby = sleeper("baby", "f", 1);
const father = sleeper("father", "m", 38);
const where = (choices: ReturnType<typeof proposeBeds>) =>
  Object.fromEntries(choices.placements.map(({ sleeper: { personId }, bed }) => [personId.slice(7), bed.code]));

test("A family stays in one room, in the one that is filled best", () => {
  const rooms = [room("big", ["", "", "", "", "", ""]), room("three", ["", "", ""]), room("two", ["", ""])];
  const proposal = proposeBeds([mother, son, baby], rooms);
  expect(new Set(proposal.placements.map(({ choice }) => choice.room.code))).toEqual(new Set(["three"]));
  expect(bedWarnings(proposal.placements)).toEqual([]);
});

test("A mother with a boy over twelve gets a family room rather than one for women", () => {
  const rooms = [room("women", ["", ""], { roomType: "women_children" }), room("family", ["", "", "", ""])];
  expect(proposeBeds([mother, son], rooms).placements[0]?.choice.room.code).toBe("family");
});

test("Nothing is forbidden: where only a room for women is free, it is proposed and warned about", () => {
  const proposal = proposeBeds([mother, son], [room("women", ["", ""], { roomType: "women" })]);
  expect(proposal.placements).toHaveLength(2);
  expect(bedWarnings(proposal.placements)).toEqual([{ type: "ManInWomensRoom", personId: "person:son" }]);
});

test("Low beds go to small children, the old and those who are marked for one", () => {
  const rooms = [room("r", ["bunk_top", "bunk_bottom", "bunk_top", "bunk_bottom"])];
  const granny = sleeper("granny", "f", 71);
  expect(where(proposeBeds([sleeper("w", "f", 30, ["lower_bunk"]), son], rooms))).toMatchObject({ w: "r-1" });
  expect(where(proposeBeds([mother, son, baby, granny], rooms))).toEqual({
    mother: "r-0",
    son: "r-2",
    baby: "r-1",
    granny: "r-3",
  });
});

test("Somebody who cannot walk gets the step-free room; nobody else is sent there while another is free", () => {
  const rooms = [room("steps", ["", ""]), room("flat", ["", ""], { accessible: true })];
  expect(proposeBeds([sleeper("w", "f", 40, ["ground_floor"])], rooms).placements[0]?.choice.room.code).toBe("flat");
  expect(proposeBeds([mother, baby], rooms).placements[0]?.choice.room.code).toBe("steps");
});

test("A family that no room holds is divided, and no child is left without an adult", () => {
  const proposal = proposeBeds([mother, son, baby, father], [room("a", ["", "", ""]), room("b", [""])]);
  expect(proposal.left).toEqual([]);
  expect(bedWarnings(proposal.placements)).toEqual([{ type: "GroupSplit" }]);
  expect(where(proposal).father).toBe("b-0");
});

test("Isolation is the last choice, and who finds no bed is named", () => {
  const rooms = [
    room("iso", ["", "", ""], { roomType: "isolation" }),
    room("hall", ["", "", ""], { roomType: "hall" }),
  ];
  expect(proposeBeds([mother, baby], rooms).placements[0]?.choice.room.code).toBe("hall");
  expect(proposeBeds([mother, son, baby], [room("one", [""])]).left).toHaveLength(2);
});

test("Strangers of the other sex in a room are said", () => {
  const choice = room("mixed", [""], {}, [sleeper("stranger", "m", 40)]);
  expect(bedWarnings(assignInRoom([mother], choice).placements)).toEqual([
    { type: "OtherSexInRoom", personId: "person:mother" },
  ]);
});

test("The room where the family sleeps already comes first", () => {
  const there = { ...room("there", ["", "", "", "", "", ""]), family: [father] };
  expect(roomsByFit([baby], [room("other", [""]), there])[0]?.room.code).toBe("there");
});

test("A double bed is given to two, and to no third", () => {
  const double = aDocument("bed", "d", { bedKind: "double" });
  const choice: RoomChoice = { room: aDocument("room", "r"), free: [double, double], others: [], family: [] };
  const { placements, left } = proposeBeds([mother, baby, father], [choice]);
  expect(placements).toHaveLength(2);
  expect(left).toHaveLength(1);
});

test("A child without a parent sleeps apart from strange adults, else among women, before anywhere else", () => {
  const alone: Sleeper = { ...sleeper("alone", "f", 11), unaccompanied: true };
  const [woman, man] = [sleeper("woman", "f", 40), sleeper("man", "m", 40)];
  const rooms = [
    room("hall", [""], { roomType: "hall" }, [man]),
    // Also where it is a large one, which is otherwise filled last.
    room(
      "women",
      Array.from({ length: 30 }, () => ""),
      { roomType: "women_children" },
      [woman],
    ),
    room("empty", ["", "", "", ""], { roomType: "hall" }),
  ];
  expect(roomsByFit([alone], rooms).map((choice) => choice.room.code)).toEqual(["empty", "women", "hall"]);
  const [, women] = roomsByFit([alone], rooms);
  const warned = women ? bedWarnings(assignInRoom([alone], women).placements) : [];
  expect(warned).toContainEqual({ type: "ChildWithStrangers", personId: "person:alone" });
});

test("The adult who was confirmed for a child, and its group, are no strangers to it", () => {
  const knows = ["person:aunt", "person:cousin"] as const;
  const alone: Sleeper = { ...sleeper("alone", "m", 9), unaccompanied: true, knows };
  const among = (...others: readonly Sleeper[]) =>
    bedWarnings(assignInRoom([alone], room("r", [""], {}, others)).placements).some(
      ({ type }) => type === "ChildWithStrangers",
    );
  expect(among(sleeper("aunt", "f", 40), sleeper("cousin", "m", 20), sleeper("boy", "m", 12))).toBe(false);
  expect(among(sleeper("uncle", "m", 40))).toBe(true);
  // Whose age nobody knows may be of age.
  expect(among({ personId: "person:somebody", needs: [], marks: [] })).toBe(true);
});
