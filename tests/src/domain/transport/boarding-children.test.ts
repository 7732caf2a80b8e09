import { expect, test } from "vitest";
import type { Line } from "../../../../src/domain/model/kinds/line.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { readDocument } from "../../../../src/domain/model/read-document.ts";
import type { Guard } from "../../../../src/domain/safeguarding/release.ts";
import { board } from "../../../../src/domain/transport/boarding.ts";
import { checkBoardingOpen } from "../../../../src/domain/transport/check-boarding-open.ts";
import { isChildStop } from "../../../../src/domain/transport/child-stop.ts";
import { depart } from "../../../../src/domain/transport/depart.ts";
import { childrenWithoutTheirAdult } from "../../../../src/domain/transport/left-behind.ts";
import { passengerGroups } from "../../../../src/domain/transport/passenger-groups.ts";
import type { Manifest } from "../../../../src/domain/transport/passenger-status.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const doing = { by: "ann", at: "2026-11-24T20:00:00.000Z" };
const mother = aDocument("line", "m", { personId: "person:m", groupId: "group:1" });
const child = aDocument("line", "c", {
  groupId: "group:1",
  passenger: { child: true },
  childTravelBasis: "with_parent",
  accompaniedBy: "person:m",
});
const boarded = (line: { _id: string }, key: string) => aDocument("scan", key, { lineId: line._id, event: "board" });
const manifest = (scans: Manifest["scans"] = [], more: object = {}): Manifest => ({
  trip: aDocument("trip", "1", more),
  lines: [child, mother],
  scans,
});

test("A child on board whose mother is not is found, and the bus leaves only with a reason", () => {
  const alone = manifest([boarded(child, "1")]);
  expect(childrenWithoutTheirAdult(alone)).toEqual([child]);
  const told = { counted: 1, named: [child._id, mother._id] };
  expect(depart(alone, { ...told, reason: "" }, doing)).toMatchObject({ error: { type: "DepartureReasonMissing" } });
  expect(depart(alone, { ...told, reason: "mother follows in the ambulance" }, doing)).toMatchObject({ ok: true });
});

test("With the mother on board nobody is asked", () => {
  const together = manifest([boarded(child, "1"), boarded(mother, "2")]);
  expect(childrenWithoutTheirAdult(together)).toEqual([]);
  expect(depart(together, { counted: 2, reason: "", named: [] }, doing)).toMatchObject({ ok: true });
});

test("A child without any basis never boards", () => {
  const stopped = aDocument("line", "s", { passenger: { child: true } });
  expect(board({ ...manifest(), lines: [stopped] }, stopped, doing)).toMatchObject({
    error: { type: "ChildWithoutAdult" },
  });
});

test("A child without a parent boards by a confirmation only, whatever basis its line names", () => {
  const line = (more: object) =>
    aDocument("line", "s", {
      passenger: { child: true, unaccompanied: true },
      childTravelBasis: "with_parent",
      ...more,
    });
  const boards = (one: Line, shown = one, guard?: Guard) => board({ ...manifest(), lines: [one] }, shown, doing, guard);
  const guard: Guard = { needsConfirmedAdult: true, confirmed: [], own: [] };
  expect(boards(line({}))).toMatchObject({ error: { type: "ChildWithoutAdult" } });
  expect(boards(line({ released: "safeguarding:1" }))).toMatchObject({ ok: true });
  // The list has changed since it was shown, or the site knows that the confirmation holds no more.
  expect(boards(line({}), line({ released: "safeguarding:1" }))).toMatchObject({ ok: false });
  expect(boards(line({ released: "safeguarding:1" }), undefined, guard)).toMatchObject({
    error: { type: "AdultNotConfirmed" },
  });
});

test("A passenger who cannot be read is such a child", () => {
  const torn = { ...child, passenger: "torn" } as never;
  const document = readDocument(kinds.line, torn).document as unknown as Line;
  expect(document.passenger).toEqual({ child: true, unaccompanied: true });
  expect(isChildStop(document)).toBe(true);
});

test("What another phone wrote unseen counts: one that says the child is without a parent is enough", () => {
  const line = { ...child, rivals: { passenger: [["1.a", { child: true, unaccompanied: true }]] } } as never;
  expect(isChildStop(line)).toBe(true);
});

test("The door says why it is closed", () => {
  expect(checkBoardingOpen(manifest(), "trip-1")).toEqual({ ok: true, value: "trip-1" });
  expect(checkBoardingOpen(manifest(), undefined)).toMatchObject({ error: { type: "TripNotReady" } });
  expect(checkBoardingOpen(manifest([], { status: "draft" }), undefined)).toMatchObject({
    error: { type: "TripNotPublished" },
  });
  expect(checkBoardingOpen(manifest([], { status: "cancelled" }), "trip-1")).toMatchObject({
    error: { type: "TripOver" },
  });
  const gone = manifest([aDocument("scan", "d", { event: "depart", counted: 1 })]);
  expect(checkBoardingOpen(gone, "trip-1")).toMatchObject({ error: { type: "AlreadyDeparted" } });
});

test("Families stand together, adults before children", () => {
  const single = aDocument("line", "x");
  const groups = passengerGroups([child, single, mother]);
  expect(groups.map(({ lines }) => lines.map(({ _id }) => _id))).toEqual([["line:m", "line:c"], ["line:x"]]);
});
