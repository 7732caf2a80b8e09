import { expect, test } from "vitest";
import { isAnotherDay, tripStops } from "../../../../src/features/transport/trip-stops.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const departAt = "2026-11-24T20:00:00.000Z";
const [midnight, arrival] = ["2026-11-25T00:10:00.000Z", "2026-11-25T03:00:00.000Z"];
const stop = (place: string, plannedAt = departAt) => ({ place, kind: "rest", plannedAt });
const trip = (...stops: readonly object[]) => aDocument("trip", "1", { departAt, stops });
const happened = (event: string, order: number, at: string) => aDocument("scan", `${event}`, { event, order, at });

test("Before it leaves the bus stands at its first stop; later stops have an hour only where the plan has one of their own", () => {
  expect(tripStops({ trip: trip(stop("A"), stop("B"), stop("C", midnight)), scans: [] })).toEqual([
    { place: "A", state: "here", due: departAt },
    { place: "B", state: "ahead" },
    { place: "C", state: "ahead", due: midnight },
  ]);
  expect(isAnotherDay(midnight, departAt)).toBe(true);
  expect(isAnotherDay("2026-11-24T22:30:00.000Z", departAt)).toBe(false);
});

test("On the road the first stop is behind; on arrival all are, and the bus stands at the last", () => {
  const left = happened("depart", 1, departAt);
  const on = tripStops({ trip: trip(stop("A"), stop("B")), scans: [left] });
  expect(on.map(({ state }) => state)).toEqual(["left", "ahead"]);
  expect(on[0]?.done).toEqual({ what: "left", at: departAt });
  const there = tripStops({
    trip: trip(stop("A"), stop("B"), stop("C")),
    scans: [left, happened("arrive", 2, arrival)],
  });
  expect(there.map(({ state }) => state)).toEqual(["left", "left", "here"]);
  expect(there[2]?.done).toEqual({ what: "arrived", at: arrival });
});

test("A trip that is called off stands nowhere", () => {
  const off = { ...trip(stop("A"), stop("B")), status: "cancelled" as const };
  expect(tripStops({ trip: off, scans: [] }).map(({ state }) => state)).toEqual(["ahead", "ahead"]);
});
