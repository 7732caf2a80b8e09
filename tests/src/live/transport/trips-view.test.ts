import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { expect, test } from "vitest";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { erase } from "../../../../src/domain/model/erase.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { tripOf, tripsOf } from "../../../../src/live/transport/trips-view.ts";
import { openStore } from "../../../../src/store/open-store.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

test("A line that is added, taken off or erased is shown so at once, in either copy", async () => {
  const by = { by: "lea", device: "lead1", at: "2026-11-25T08:00:00.000Z" };
  const store = await openStore({ name: "trips", storage: getRxStorageMemory(), author: () => by });
  const databases = ["directory", "site-medyka", "trip-1"];
  const records = openRecords(store, databases);
  const trip = aDocument("trip", "1");
  const receive = (database: string, rev: string, ...documents: readonly Document[]) =>
    store.receive(
      database,
      documents.map((document) => ({ document, rev })),
    );
  const shown = () => tripOf(records, "trip:1", "medyka", databases)?.lines.map(({ _id }) => _id);
  const [first, second] = ["a", "b"].map((key) => aDocument("line", key, { tripId: "trip:1" }));
  if (!first || !second) throw new Error("no lines");
  await receive("site-medyka", "1-a", trip, first);
  expect(shown()).toEqual(["line:a"]);
  await receive("trip-1", "1-b", trip, second);
  expect(shown()).toEqual(["line:a", "line:b"]);
  const scan = firstVersion(
    kinds.scan,
    "scan:1",
    {
      ...{ site: "medyka", tripId: "trip:1", event: "depart" as const, counted: 2 },
      ...{ order: 1, at: by.at, by: "lea" },
    },
    by,
  );
  expect(tripOf(records, "trip:1", "medyka", databases)?.scans).toEqual([]);
  await store.receive("trip-1", [{ document: scan, rev: "1-c" }]);
  expect(tripOf(records, "trip:1", "medyka", databases)?.scans).toHaveLength(1);
  const server = { by: "server", device: "server", at: by.at };
  await receive("trip-1", "2-b", erase(kinds.line, second, { why: "expired", at: "2026-11-25" }, server));
  expect(shown()).toEqual(["line:a"]);
  records.close();
  await store.close();
});

test("Whoever leads two sites sees a trip with the copy of the site that planned it, from whichever of them they look", () => {
  const trip = aDocument("trip", "1", { site: "medyka" });
  const line = aDocument("line", "a", { tripId: "trip:1" });
  const records = aRecords({ "site-medyka": [trip, line], "site-lublin": [], "trip-1": [trip] });
  const databases = ["directory", "site-lublin", "site-medyka", "trip-1"];
  for (const site of ["lublin", "medyka"])
    expect(tripOf(records, "trip:1", site, databases)?.lines.map(({ _id }) => _id)).toEqual(["line:a"]);
  expect(tripsOf(records, "lublin", databases).map(({ lines }) => lines.length)).toEqual([1]);
});

test("Of two trips of one hour the bus that still boards comes first, until it has left as well", () => {
  const depart = (trip: string) =>
    aDocument("scan", `out${trip}`, { tripId: `trip:${trip}`, event: "depart", counted: 2, order: 1 });
  const trips = ["1", "2"].map((key) => aDocument("trip", key, { departAt: "2026-11-25T10:00:00.000Z" }));
  const databases = ["trip-1", "trip-2"];
  const order = (...left: readonly string[]) => {
    const scans = Object.fromEntries(left.map((trip) => [`trip-${trip}`, [depart(trip)]]));
    return tripsOf(aRecords({ "site-medyka": trips, ...scans }), "medyka", databases).map(({ trip }) => trip._id);
  };
  expect(order()).toEqual(["trip:1", "trip:2"]);
  expect(order("1")).toEqual(["trip:2", "trip:1"]);
  expect(order("1", "2")).toEqual(["trip:1", "trip:2"]);
});
