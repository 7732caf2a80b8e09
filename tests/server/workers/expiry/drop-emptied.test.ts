import { afterEach, beforeEach, expect, test } from "vitest";
import { installDatabase } from "../../../../server/design/install-database.ts";
import { dropEmptied } from "../../../../server/workers/expiry/drop-emptied.ts";
import { type CouchTarget, openCouchTarget } from "../../../support/server/couch-target.ts";

const trip = "trip-01";
let target: CouchTarget;
beforeEach(async () => {
  target = await openCouchTarget();
});
afterEach(() => target.close());

const over = (state: object) => ({ ...state, closed: "over" as const });
const isThere = async (database: string) => (await target.couch.get(database)).status === 200;
const put = (database: string, doc: object) => target.couch.put<{ rev: string }>(`${database}/scan:1`, doc);

test("The database of a trip goes once the trip is over and nothing is left in it", async () => {
  await installDatabase(target.couch, trip, over);
  expect(await dropEmptied(target.couch, trip)).toBe(true);
  expect(await isThere(trip)).toBe(false);
});

test.each([
  { what: "a trip that somebody may still open", database: trip, state: (state: object) => state, doc: undefined },
  {
    what: "a placeholder that a phone may still need",
    database: trip,
    state: over,
    doc: { erased: { why: "expired" } },
  },
  { what: "a site without anything", database: "site-medyka", state: over, doc: undefined },
])("It stays: $what", async ({ database, state, doc }) => {
  await installDatabase(target.couch, database, state);
  if (doc) expect((await put(database, doc)).status).toBe(201);
  expect(await dropEmptied(target.couch, database)).toBe(false);
  expect(await isThere(database)).toBe(true);
});
