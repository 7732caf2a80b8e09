import { expect, test } from "vitest";
import { placeConflictsOf } from "../../../../src/live/attention/place-conflicts.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const now = "2026-11-25T12:00:00.000Z";
const hour = (number: number) => `2026-11-25T${String(number).padStart(2, "0")}:00:00.000Z`;

const stay = (key: string) => aDocument("stay", key, { personId: "person:a" });
const act = (of: string, event: string, order: number, at = hour(6), extra: object = {}) =>
  aDocument("presence", `${of}.${order}.${event}`, {
    ...{ site: "medyka", personId: "person:a", stayId: `stay:${of}`, event, order, at, by: "ann", ...extra },
  });
const trip = (key: string) => [
  aDocument("trip", key, { departAt: hour(10) }),
  aDocument("line", `${key}.a`, { tripId: `trip:${key}`, personId: "person:a" }),
];
const scan = (of: string, event: string, order: number, at = hour(9)) =>
  aDocument("scan", `${of}.${order}.${event}`, { tripId: `trip:${of}`, lineId: `line:${of}.a`, event, order, at });
const depart = (of: string) =>
  aDocument("scan", `${of}.depart`, { tripId: `trip:${of}`, event: "depart", counted: 1, at: hour(10) });

const found = (site: readonly object[], ...trips: readonly (readonly [string, readonly object[]])[]) =>
  placeConflictsOf(
    aRecords({
      "site-medyka": [aDocument("person", "a"), ...site],
      ...Object.fromEntries(trips.map(([key, scans]) => [`trip-${key}`, [...trip(key), ...scans]])),
    }),
    "medyka",
    trips.map(([key]) => `trip-${key}`),
    now,
  ).map(({ type }) => type);

test("Somebody who is in, or in one bus, is in one place", () => {
  expect(found([stay("1"), act("1", "check_in", 1)], ["1", [scan("1", "board", 1)]])).toEqual([]);
  expect(
    found([stay("1"), act("1", "check_in", 1), act("1", "check_out", 2)], ["1", [scan("1", "board", 1), depart("1")]]),
  ).toEqual([]);
});

test("Left at one phone, here at another", () => {
  expect(found([stay("1"), act("1", "check_in", 1), act("1", "check_out", 2), act("1", "leave_start", 2)])).toEqual([
    "LeftOrHere",
  ]);
});

test("Two stays that both hold", () => {
  expect(found([stay("1"), act("1", "check_in", 1), stay("2"), act("2", "check_in", 1)])).toEqual(["TwoStays"]);
});

test("On board of two buses; one that has arrived is no place any more", () => {
  const arrived = aDocument("scan", "2.arrive", { tripId: "trip:2", event: "arrive", at: hour(11) });
  expect(found([], ["1", [scan("1", "board", 1)]], ["2", [scan("2", "board", 1), depart("2")]])).toEqual([
    "OnTwoBuses",
  ]);
  expect(found([], ["1", [scan("1", "board", 1)]], ["2", [scan("2", "board", 1), depart("2"), arrived]])).toEqual([]);
});

test("On board, and taken off the list unseen of it: told until the line is back, or the door notes once more what is right", () => {
  const off = aDocument("line", "1.a", { tripId: "trip:1", personId: "person:a", status: "cancelled" });
  const told = (...scans: readonly object[]) => found([], ["1", [off, ...scans]]);
  expect(told(scan("1", "board", 1))).toEqual(["AboardOffList"]);
  expect(told(scan("1", "board", 1), scan("1", "unboard", 2))).toEqual([]);
  expect(told(scan("1", "board", 1), scan("1", "board", 2))).toEqual([]);
  expect(told(scan("1", "no_show", 1))).toEqual([]);
  expect(found([], ["1", [scan("1", "board", 1)]])).toEqual([]);
  const voided = { ...off, status: "booked", voided: "mistake" };
  expect(found([], ["1", [voided, scan("1", "board", 1)]])).toEqual(["AboardOffList"]);
});

test("On board at one door, not come at the other", () => {
  expect(found([], ["1", [scan("1", "board", 1), scan("1", "no_show", 1)]])).toEqual(["BoardedOrNot"]);
});

test("Left by bus and still in; whoever was checked in after that has come back", () => {
  const left = ["1", [scan("1", "board", 1), depart("1")]] as const;
  expect(found([stay("1"), act("1", "check_in", 1)], left)).toEqual(["LeftByBus"]);
  expect(found([stay("1"), act("1", "check_in", 1, hour(11))], left)).toEqual([]);
});

test("Gone without notice, by the house, and on board", () => {
  const out = act("1", "check_out", 2, hour(8), { reason: "left_no_notice" });
  expect(found([stay("1"), act("1", "check_in", 1), out], ["1", [scan("1", "board", 1)]])).toEqual(["OutOtherwise"]);
});
