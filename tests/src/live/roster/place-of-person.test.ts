import { expect, test } from "vitest";
import { placeOfPerson } from "../../../../src/live/roster/place-of-person.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const at = "2026-11-24T08:00:00.000Z";
const event = (key: string, stay: string, kind: string, order: number) =>
  aDocument("presence", key, { site: "medyka", personId: "person:1", stayId: stay, event: kind, order, at, by: "ann" });
const directory = [aDocument("room", "A"), aDocument("bed", "A1", { roomId: "room:A" })];
const stay = aDocument("stay", "1.medyka.1", { bedId: "bed:A1", roomId: "room:A" });
const placeWith = (...documents: readonly object[]) =>
  placeOfPerson(aRecords({ directory, "site-medyka": documents }), "medyka", "person:1");

test("Whoever was never given a place has none", () => {
  expect(placeWith()).toBeUndefined();
  expect(placeWith({ ...stay, voided: "duplicate" })).toBeUndefined();
});

test("A place is held from check-in to check-out, with its bed and room; afterwards what is left is since when", () => {
  const checkedIn = event("1", stay._id, "check_in", 1);
  expect(placeWith(stay, checkedIn)).toMatchObject({
    isHeld: true,
    bed: { code: "A1" },
    room: { code: "A" },
    state: { status: "in", since: at },
  });
  const gone = placeWith(stay, checkedIn, event("2", stay._id, "check_out", 2));
  expect(gone).toMatchObject({ isHeld: false, state: { status: "out", since: at } });
  expect([gone?.bed, gone?.room]).toEqual([undefined, undefined]);
});

test("A stay that is held counts rather than an earlier one that is over", () => {
  const again = aDocument("stay", "1.medyka.2", { roomId: "room:A" });
  const over = event("2", stay._id, "check_out", 1);
  expect(placeWith(stay, over, again)).toMatchObject({ isHeld: true, stay: { _id: again._id }, bed: undefined });
});
