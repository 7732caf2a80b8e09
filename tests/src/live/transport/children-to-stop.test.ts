import { expect, test } from "vitest";
import { childrenToStop } from "../../../../src/live/transport/children-to-stop.ts";
import { tripOf } from "../../../../src/live/transport/trips-view.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const today = "2026-11-24";
const at = "2026-11-24T08:00:00.000Z";
const trip = aDocument("trip", "1");
const child = aDocument("person", "c", {
  groupId: "group:1",
  noParentSince: at,
  birth: { precision: "day", date: "2014-05-01" },
});
const line = (more: object = {}) =>
  aDocument("line", "1.c", {
    personId: child._id,
    passenger: { child: true },
    childTravelBasis: "with_parent",
    ...more,
  });
const confirmed = (createdBy: string, more: object = {}) => ({
  ...aDocument("safeguarding", "1", {
    ...{ site: "medyka", personId: child._id, event: "adult_confirmed", at, by: createdBy },
    ...{ adultId: "person:aunt", adultName: "Olha", basis: "relative_listed", papers: "birth_certificate" },
    ...more,
  }),
  createdBy,
});
const board = aDocument("scan", "1", { lineId: "line:1.c", event: "board" });
const depart = aDocument("scan", "2", { event: "depart", counted: 1, order: 2 });

const stopped = (atSite: readonly object[], atTrip: readonly object[] = [], site: string | undefined = "medyka") => {
  const records = aRecords({
    ...(site && { "site-medyka": atSite as never[] }),
    "trip-1": [trip, ...atTrip] as never[],
  });
  const view = tripOf(records, trip._id, site, ["trip-1"]);
  return view && childrenToStop(records, view, today).map(({ _id }) => _id);
};

test("A child that was booked before anybody knew it to be alone is shown to the lead, until an adult is confirmed by somebody else", () => {
  expect(stopped([trip, child, line()])).toEqual(["line:1.c"]);
  const released = line({ released: "safeguarding:1" });
  expect(stopped([trip, child, released, confirmed("eva")])).toEqual([]);
  // The registrar confirms nothing, and a confirmation that was taken back holds no more.
  expect(stopped([trip, child, released, confirmed("ann")])).toEqual(["line:1.c"]);
  expect(stopped([trip, child, released, confirmed("eva", { voided: "mistake" })])).toEqual(["line:1.c"]);
});

test("Taken off the list it is nobody's stop; in the bus it stays one, also on the road", () => {
  expect(stopped([trip, child, line({ status: "cancelled" })])).toEqual([]);
  expect(stopped([trip, child, line()], [board])).toEqual(["line:1.c"]);
  expect(stopped([trip, child, line()], [board, depart])).toEqual(["line:1.c"]);
  expect(stopped([trip, child, line()], [depart])).toEqual([]);
});

test("A driver's phone has no person, and finds nobody", () => {
  expect(stopped([], [line()], undefined)).toEqual([]);
});
