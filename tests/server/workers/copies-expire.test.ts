import { afterEach, beforeEach, expect, test } from "vitest";
import { expire } from "../../../server/workers/expire.ts";
import { startWorkers } from "../../../server/workers/start-workers.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { lastDayOfReview, reviewItem } from "../../../src/domain/model/kinds/review-item.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { retentionDays } from "../../../src/domain/model/retention.ts";
import { type CouchTarget, openCouchTarget } from "../../support/server/couch-target.ts";

const site = "site-medyka";
const trip = "trip-01";
const author = { by: "admin", device: "seed", at: "2025-01-24T08:00:00.000Z" };
let target: CouchTarget;
beforeEach(async () => {
  target = await openCouchTarget();
  await target.couch.put("_users", undefined);
  for (const database of ["directory", site, trip]) await target.couch.put(database, undefined);
});
afterEach(() => target.close());

const day = (days: number, from = author.at): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
const add = (database: string, ...docs: object[]) => target.couch.post(`${database}/_bulk_docs`, { docs });
const read = async (database: string, id: string) =>
  (await target.couch.get<object>(`${database}/${encodeURIComponent(id)}`)).body;
const aReview = (key: string, record: object, more: object = {}) =>
  firstVersion(
    reviewItem,
    `handed-in:${key}`,
    {
      ...{ site: "medyka", database: site, by: "ann", handedBy: "ben", why: "unproven", at: author.at },
      ...{ record: JSON.stringify({ familyName: "Коваль", ...record }), ...more },
    },
    author,
  );
const record = (expiresAt?: unknown) => ({ ...(expiresAt !== undefined && { expiresAt }) }) as unknown as Document;

test.each([
  ["the record's own", record(day(100)), day(100)],
  ["that of a record that ends tomorrow", record(day(1)), day(1)],
  ["the longest there is, whatever the record says", record("2199-12-31"), day(retentionDays.complete)],
  ["a month, where the record says none", record(), day(retentionDays.quick)],
  ["a month, where the record says one that is over", record("1999-01-01"), day(retentionDays.quick)],
  ["a month, where the record says no day", record("2025-02-31"), day(retentionDays.quick)],
  ["a month, where the record says a number", record(20260301), day(retentionDays.quick)],
  ["a month, where there is no record to read", undefined, day(retentionDays.quick)],
])("The last day of a review is %s", (_, content, end) => {
  expect(lastDayOfReview(content, author.at)).toBe(end);
});

test.each(["directory", site])(
  "A review in %s that nobody settled ends, also one that an older server wrote",
  async (database) => {
    await add(
      database,
      aReview("new", {}, { expiresAt: day(50) }),
      aReview("old", { expiresAt: day(50) }),
      aReview("dayless", {}),
      aReview("later", { expiresAt: day(80) }),
    );
    expect(await expire(target.couch, database, day(50))).toBe(1);
    expect(await expire(target.couch, database, day(51))).toBe(2);
    for (const key of ["new", "old", "dayless"]) {
      const left = await read(database, `handed-in:${key}`);
      expect(left).toMatchObject({ erased: { why: "expired" } });
      expect(JSON.stringify(left)).not.toContain("Коваль");
    }
    expect(JSON.stringify(await read(database, "handed-in:later"))).toContain("Коваль");
  },
);

const aTrip = firstVersion(
  kinds.trip,
  "trip:01",
  {
    ...{ site: "medyka", tripNo: "M-1", departAt: author.at, stops: [], seatsUsable: 8, status: "closed" },
    expiresAt: day(90),
  },
  author,
);
const aScan = firstVersion(
  kinds.scan,
  "scan:01.1",
  {
    ...{
      site: "medyka",
      tripId: "trip:01",
      lineId: "line:01.a",
      event: "no_show",
      order: 1,
      at: author.at,
      by: "petro",
    },
    reason: "went with her aunt",
  },
  author,
);

test("What was scanned on a trip ends with the trip, not before, though nobody follows its database any more", async () => {
  await add(trip, aTrip, aScan);
  await expire(target.couch, trip, day(90));
  expect(await read(trip, "scan:01.1")).toMatchObject({ reason: "went with her aunt" });
  const workers = await startWorkers(target.couch, () => {});
  await workers.ready;
  workers.stop();
  expect(await read(trip, "scan:01.1")).toMatchObject({ erased: { why: "expired" } });
  expect(JSON.stringify(await read(trip, "scan:01.1"))).not.toContain("aunt");
});

test("Of somebody who moved on, what the record said before cannot be read here any more after the next pass", async () => {
  const before = { _id: "person:1", kind: "person", familyName: "Коваль" };
  const { body } = await target.couch.put<{ rev: string }>(`${site}/person:1`, before);
  const placeholder = {
    _id: "person:1",
    _rev: body.rev,
    kind: "person",
    erased: { why: "moved", at: day(0), to: "lviv" },
  };
  await target.couch.put(`${site}/person:1`, placeholder);
  await expire(target.couch, site, day(0));
  await expect.poll(async () => (await target.couch.get(`${site}/person:1?rev=${body.rev}`)).status).toBe(404);
});
