import { expect, test } from "vitest";
import { bedNow, lostBeds } from "../../../../../src/features/roster/beds/bed-now.ts";
import type { Resident } from "../../../../../src/live/roster/residents.ts";
import type { RosterView } from "../../../../../src/live/roster/roster-view.ts";
import { aDocument } from "../../../../support/data/a-document.ts";

const ann: Resident = {
  person: aDocument("person", "ann"),
  stay: aDocument("stay", "ann.medyka.1", { personId: "person:ann", bedId: "bed:a2" }),
  events: [],
  state: { status: "in", since: "2026-11-24T08:00:00.000Z" },
};
const bed = (code: string, content: object, ...residents: readonly Resident[]) => ({
  bed: aDocument("bed", code, content),
  residents,
});
const beds = [bed("a1", {}), bed("a2", {}, ann), bed("a3", { blocked: true }), bed("a4", { bedKind: "double" }, ann)];
const view = {
  rooms: [{ room: aDocument("room", "a"), beds }],
  residents: new Map([["person:ann", ann]]),
} as unknown as RosterView;

test("A bed is free as long as there is a place in it, taken when there is none; blocked or gone it is out of use", () => {
  const now = (key: string) => bedNow(view, `bed:${key}`);
  expect(["a1", "a2", "a3", "a4", "gone"].map(now)).toEqual(["free", "taken", "outOfUse", "free", "outOfUse"]);
});

test("A bed that somebody else has got is lost; whoever has got it themselves has lost nothing", () => {
  expect(lostBeds(view, { "person:ben": "bed:a2" })).toEqual(["bed:a2"]);
  expect(lostBeds(view, { "person:ben": "bed:gone" })).toEqual(["bed:gone"]);
  expect(lostBeds(view, { "person:ann": "bed:a2", "person:ben": "bed:a1" })).toEqual([]);
});
