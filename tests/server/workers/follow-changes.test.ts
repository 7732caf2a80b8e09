import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../server/couch-client.ts";
import { serverDatabase } from "../../../server/phones/phone-record.ts";
import type { ChangeHandler } from "../../../server/workers/catch-up.ts";
import { followChanges } from "../../../server/workers/follow-changes.ts";
import { type CouchTarget, openCouchTarget } from "../../support/server/couch-target.ts";

const site = "site-medyka";
const soon = { interval: 50, timeout: 30_000 };
let target: CouchTarget;
let ends: (() => void)[];
beforeEach(async () => {
  ends = [];
  target = await openCouchTarget();
  for (const database of [serverDatabase, site]) await target.couch.put(database, undefined);
});
afterEach(async () => {
  for (const end of ends) end();
  await target.close();
});

const add = (key: string) => target.couch.put(`${site}/${key}`, { key });
/** Follows until it is ended, and hears nothing of what happens after that; `told` are the documents that it was told of. */
const follow = () => {
  const told: string[] = [];
  let isStopped = false;
  const couch: CouchClient = {
    ...target.couch,
    get: async (path) => {
      const answer = await target.couch.get<never>(path);
      if (isStopped) throw new Error("ended");
      return answer;
    },
  };
  const end = () => {
    isStopped = true;
  };
  const act: ChangeHandler = async (_couch, _database, changed) => {
    told.push(...changed.map(({ _id }) => _id));
    return true;
  };
  followChanges(couch, site, act, { stopped: () => isStopped, failed: () => {} });
  ends.push(end);
  return { told, end };
};
const placeIn = async (path: string) => (await target.couch.get<{ since?: string }>(path)).body.since;
const kept = () => placeIn(`${serverDatabase}/_local/follower:${site}`);

test("It goes on where the last run stopped", async () => {
  await add("first");
  const one = follow();
  await expect.poll(kept, soon).toBeDefined();
  one.end();
  const place = await kept();
  await add("second");
  const two = follow();
  await expect.poll(kept, soon).not.toBe(place);
  expect([one.told[0], two.told]).toEqual(["first", ["second"]]);
});

test("Whoever may write into a database says nothing about how far the server has read it", async () => {
  await add("first");
  const { update_seq: since } = (await target.couch.get<{ update_seq: string }>(site)).body;
  // A member of the database may leave this in a CouchDB, and with older servers it was the place.
  await target.couch.put(`${site}/_local/prystan-workers`, { since });
  const { told } = follow();
  await expect.poll(kept, soon).toBeDefined();
  expect(told).toEqual(["first"]);
});

test("A database that was made anew under its name while nobody followed is read from its beginning", async () => {
  for (const key of ["first", "second", "third"]) await add(key);
  const one = follow();
  await expect.poll(kept, soon).toBeDefined();
  one.end();
  const place = await kept();
  await target.couch.remove(site);
  await target.couch.put(site, undefined);
  await add("anew");
  const two = follow();
  await expect.poll(kept, soon).not.toBe(place);
  expect(two.told).toEqual(["anew"]);
});
