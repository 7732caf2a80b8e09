import { expect, test } from "vitest";
import { roomsToCheck } from "../../../../src/features/roster/roll-call/rooms-to-check.ts";
import { waitingGroups } from "../../../../src/features/roster/waiting/waiting-groups.ts";
import type { Resident } from "../../../../src/live/roster/residents.ts";
import type { RosterView } from "../../../../src/live/roster/roster-view.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const mother = aDocument("person", "2", {
  groupId: "group:1",
  relationToFocal: "HEAD",
  birth: { precision: "age", age: 30, asOf: "2026-11-01" },
});
const child = aDocument("person", "1", { groupId: "group:1", birth: { precision: "age", age: 5, asOf: "2026-11-01" } });
const single = aDocument("person", "3");

test("A family waits together, its focal person first", () => {
  expect(waitingGroups([single, child, mother])).toEqual([[single], [mother, child]]);
});

test("One walks room by room, families together, and nobody without a known room is forgotten", () => {
  const resident = (person: Resident["person"], roomId: string): Resident => ({
    person,
    stay: aDocument("stay", person._id.slice(7), { roomId }),
    events: [],
    state: { status: "in", since: "2026-11-24T08:00:00.000Z" },
  });
  const view = { rooms: [{ room: aDocument("room", "1"), beds: [] }] } as unknown as RosterView;
  const rooms = roomsToCheck(view, [
    resident(single, "room:gone"),
    resident(mother, "room:1"),
    resident(child, "room:1"),
  ]);
  expect(rooms.map(({ code, families }) => [code, families.map((family) => family.length)])).toEqual([
    ["1", [2]],
    [undefined, [1]],
  ]);
});
