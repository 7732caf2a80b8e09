import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { expect, test } from "vitest";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { erase } from "../../../../src/domain/model/erase.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { groupOfPerson } from "../../../../src/live/intake/group-view.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { staysOf } from "../../../../src/live/roster/stays-of.ts";
import { tripOf, tripsOf } from "../../../../src/live/transport/trips-view.ts";
import { openStore } from "../../../../src/store/open-store.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

/** Documents of one site that stand still, and how many were looked at one after the other. */
const counted = (documents: readonly Document[]) => {
  let looks = 0;
  class Counting extends Map<string, Document> {
    override *values(): MapIterator<Document> {
      for (const one of super.values()) {
        looks += 1;
        yield one;
      }
    }
  }
  const byKind = new Map<string, Counting>();
  for (const one of documents) {
    const ofKind = byKind.get(one.kind) ?? new Counting();
    byKind.set(one.kind, ofKind.set(one._id, one));
  }
  const none = new Map();
  const all = (database: string, kind: string) => (database === "site-medyka" && byKind.get(kind)) || none;
  const records = { ...aRecords({}), all } as unknown as Records;
  const looksOf = (ask: () => unknown): number => {
    looks = 0;
    ask();
    return looks;
  };
  return { records, looksOf };
};
const seats = 10;
const aSiteWith = (trips: number) =>
  counted(
    Array.from({ length: trips }, (_, trip) => [
      aDocument("trip", `${trip}`),
      ...Array.from({ length: seats }, (_, place) => aDocument("line", `${trip}.${place}`, { tripId: `trip:${trip}` })),
    ]).flat(),
  );

test("To show one trip each line is looked at once, however many trips there are, and not again the next time", () => {
  const { records, looksOf } = aSiteWith(200);
  const show = () =>
    expect(tripOf(records, "trip:7", "medyka", ["directory", "site-medyka"])?.lines).toHaveLength(seats);
  expect(looksOf(show)).toBe(200 * seats);
  expect(looksOf(show)).toBe(0);
});

test("To show all trips each line is looked at once", () => {
  const { records, looksOf } = aSiteWith(200);
  const list = () => expect(tripsOf(records, "medyka", ["directory", "site-medyka"])).toHaveLength(200);
  expect(looksOf(list)).toBe(200 * seats);
});

test("The group of one person after another, and who stays where, look at each document once", () => {
  const people = Array.from({ length: 100 }, (_, place) =>
    aDocument("person", `${place}`, { groupId: `group:${place % 20}` }),
  );
  const stays = people.map(({ _id }, place) => aDocument("stay", `${place}`, { personId: _id }));
  const { records, looksOf } = counted([...people, ...stays]);
  const groups = () => people.map(({ _id }) => expect(groupOfPerson(records, "medyka", _id)).toHaveLength(5));
  expect(looksOf(groups)).toBe(100);
  const house = () => expect(staysOf(records, "site-medyka").size).toBe(100);
  expect(looksOf(() => [house(), house()])).toBe(100);
});

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
