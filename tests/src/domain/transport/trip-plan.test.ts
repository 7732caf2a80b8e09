import { expect, test } from "vitest";
import { warsawDay, warsawInstant } from "../../../../src/domain/dates/warsaw-time.ts";
import { driverWarnings, vehicleWarnings } from "../../../../src/domain/transport/road-warnings.ts";
import { planTrip, publishTrip, type TypedPlan } from "../../../../src/domain/transport/trip-plan.ts";
import { isTripOver, tripStateOf } from "../../../../src/domain/transport/trip-state.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const typed: TypedPlan = {
  from: "Medyka",
  to: "Lublin",
  between: "Rzeszów\n\n",
  day: { day: "24", month: "11", year: "2026" },
  time: "21.30",
  seats: 8,
  driverIds: [],
  driverAccounts: ["driver"],
  phone: "",
};

test("What was typed becomes a draft that may be stored", () => {
  const made = planTrip("trip:1", "medyka", typed);
  expect(made).toMatchObject({
    value: { content: { departAt: "2026-11-24T20:30:00.000Z", tripNo: "1124-2130", status: "draft" } },
  });
  if (made.ok)
    expect(aDocument("trip", "1", made.value.content).stops.map(({ place }) => place)).toEqual([
      "Medyka",
      "Rzeszów",
      "Lublin",
    ]);
});

test("What is missing is named field by field", () => {
  const empty = { ...typed, from: " ", to: "", time: "25:00", seats: 0, day: { day: "31", month: "11", year: "2026" } };
  expect(planTrip("trip:1", "medyka", empty)).toMatchObject({
    error: { missing: ["from", "to", "day", "time", "seats"] },
  });
});

test("Only a draft is published", () => {
  expect(publishTrip(aDocument("trip", "1", { status: "draft" }))).toMatchObject({ value: { status: "boarding" } });
  expect(publishTrip(aDocument("trip", "1", { status: "cancelled" }))).toMatchObject({ ok: false });
});

test("Warsaw's hour is Warsaw's, in winter, in summer and on the nights between", () => {
  expect(warsawInstant("2026-07-01", "00:10")).toBe("2026-06-30T22:10:00.000Z");
  expect(warsawInstant("2026-11-24", "00:10")).toBe("2026-11-23T23:10:00.000Z");
  expect(warsawInstant("2026-03-29", "03:00")).toBe("2026-03-29T01:00:00.000Z");
  expect(warsawInstant("2026-10-25", "04:00")).toBe("2026-10-25T03:00:00.000Z");
  expect(warsawDay("2026-06-30T22:10:00.000Z")).toBe("2026-07-01");
});

test("A trip is over when it arrived, was called off or is long past, but never on the road", () => {
  const trip = aDocument("trip", "1");
  const left = aDocument("scan", "1", { event: "depart", counted: 1, at: "2026-11-24T20:05:00.000Z" });
  const there = aDocument("scan", "2", { event: "arrive", at: "2026-11-25T02:00:00.000Z" });
  expect(tripStateOf(trip, [])).toBe("boarding");
  expect(tripStateOf(trip, [left])).toBe("departed");
  expect(isTripOver(trip, [], "2026-11-25T10:00:00.000Z")).toBe(false);
  expect(isTripOver(trip, [], "2026-11-26T10:00:00.000Z")).toBe(true);
  expect(isTripOver(trip, [left], "2026-11-28T10:00:00.000Z")).toBe(false);
  expect(isTripOver(trip, [left, there], "2026-11-25T04:00:00.000Z")).toBe(false);
  expect(isTripOver(trip, [left, there], "2026-11-25T12:00:00.000Z")).toBe(true);
});

test("What ran out before the day speaks against vehicle and driver; an unchecked driver does too", () => {
  const day = "2026-11-24";
  expect(
    vehicleWarnings(aDocument("vehicle", "1", { inspectionTo: "2026-11-24", insuranceTo: "2026-11-23" }), day),
  ).toEqual([{ type: "InsuranceRanOut", on: "2026-11-23" }]);
  const driver = aDocument("driver", "1", { status: "suspended" });
  expect(driverWarnings(driver, day).map(({ type }) => type)).toEqual(["DriverNotApproved", "NoRegisterCheck"]);
  const checked = aDocument("driver", "2", {
    safeguarding: { registerCheckedOn: "2025-01-01", validUntil: "2026-11-01" },
  });
  expect(driverWarnings(checked, day)).toEqual([{ type: "RegisterCheckRanOut", on: "2026-11-01" }]);
});
