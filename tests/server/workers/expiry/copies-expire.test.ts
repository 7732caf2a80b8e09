import { afterEach, beforeEach, expect, test } from "vitest";
import { expire } from "../../../../server/workers/expiry/expire.ts";
import { startWorkers } from "../../../../server/workers/start-workers.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { lastDayOfReview, reviewItem } from "../../../../src/domain/model/kinds/review-item.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { retentionDays } from "../../../../src/domain/retention/retention-days.ts";
import { type CouchTarget, openCouchTarget } from "../../../support/server/couch-target.ts";

const site = "site-medyka";
const trip = "trip-01";
const author = { by: "admin", device: "seed", at: "2025-01-24T08:00:00.000Z" };
let target: CouchTarget;
beforeEach(async () => {
  target = await openCouchTarget();
  await target.couch.put("_users", undefined);
  for (const database of ["server", "directory", site, trip]) await target.couch.put(database, undefined);
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
test.each(["directory", site])(
  "A review in %s that nobody settled is kept as long as records are, whatever the record in it says",
  async (database) => {
    const last = retentionDays.complete;
    await add(
      database,
      aReview("sooner", { expiresAt: day(1) }, { expiresAt: day(1) }),
      aReview("later", { expiresAt: "2199-12-31" }, { expiresAt: day(last + 99) }),
      aReview("dayless", {}),
    );
    expect(lastDayOfReview(author.at)).toBe(day(last));
    expect(await expire(target.couch, database, day(last))).toBe(0);
    expect(await expire(target.couch, database, day(last + 1))).toBe(3);
    for (const key of ["sooner", "later", "dayless"]) {
      const left = await read(database, `handed-in:${key}`);
      expect(left).toMatchObject({ erased: { why: "expired" } });
      expect(JSON.stringify(left)).not.toContain("Коваль");
    }
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
  await expect.poll(() => read(trip, "scan:01.1")).toMatchObject({ erased: { why: "expired" } });
  workers.stop();
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
