import { afterEach, describe, expect, test } from "vitest";
import { warsawDay } from "../../../../src/domain/dates/warsaw-time.ts";
import { planTrip, type TypedPlan } from "../../../../src/domain/transport/trip-plan.ts";
import { formatsFor } from "../../../../src/i18n/formats.ts";

const own = process.env.TZ;
afterEach(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

/** Typed in Warsaw's hours, the moment that is stored, and the hour that is shown: the night has no 02:30 in spring and two in autumn. */
const schedule = [
  ["2026-03-28", "23:30", "2026-03-28T22:30:00.000Z", "23:30"],
  ["2026-03-29", "01:59", "2026-03-29T00:59:00.000Z", "01:59"],
  ["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z", "03:00"],
  ["2026-10-25", "01:30", "2026-10-24T23:30:00.000Z", "01:30"],
  ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z", "03:00"],
  ["2026-10-25", "23:30", "2026-10-25T22:30:00.000Z", "23:30"],
] as const;

const typed = (date: string, time: string): TypedPlan => {
  const [year = "", month = "", day = ""] = date.split("-");
  return {
    from: "Medyka",
    to: "Lublin",
    between: "",
    day: { day, month, year },
    time,
    seats: 8,
    driverIds: [],
    driverAccounts: ["driver"],
    phone: "",
  };
};

describe.each(["Europe/Warsaw", "Europe/Kyiv", "Europe/Chisinau", "Europe/Berlin", "America/New_York"])(
  "F23: a phone that stands on the time of %s, in the nights of 29 March and 25 October",
  (zone) => {
    test.each(schedule)("%s %s is %s, shown as %s", (date, time, moment, shown) => {
      process.env.TZ = zone;
      const plan = planTrip("trip:1", "medyka", typed(date, time));
      expect(plan).toMatchObject({ value: { content: { departAt: moment } } });
      expect(formatsFor("uk").time(moment)).toBe(shown);
      expect(warsawDay(moment)).toBe(date);
    });

    test("An hour that is there twice or not at all is the same moment on every phone", () => {
      process.env.TZ = zone;
      const departures = ["2026-03-29", "2026-10-25"].map((date) => planTrip("trip:1", "medyka", typed(date, "02:30")));
      expect(departures).toMatchObject([
        { value: { content: { departAt: "2026-03-29T01:30:00.000Z" } } },
        { value: { content: { departAt: "2026-10-25T01:30:00.000Z" } } },
      ]);
    });
  },
);
