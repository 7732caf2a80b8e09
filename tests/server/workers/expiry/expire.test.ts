import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../../server/couch-client.ts";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { eraseAgain } from "../../../../server/workers/expiry/erase-again.ts";
import { expire } from "../../../../server/workers/expiry/expire.ts";
import { heldExpiries } from "../../../../server/workers/expiry/held.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { person } from "../../../../src/domain/model/kinds/person.ts";
import { acceptedAfterDays, retentionDays, tombstoneDays } from "../../../../src/domain/retention/retention-days.ts";
import { aPerson, edit, register, seen, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

let couple: TwoPhones;
beforeEach(async () => {
  couple = await openTwoPhones();
  await couple.server.couch.put("server", undefined);
});
afterEach(() => couple.close());

const today = new Date().toISOString().slice(0, 10);
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** The day after the last one of what is registered now, in a hurry. */
const after = day(retentionDays.quick + 1);
const work = (on = after) => expire(couple.server.couch, site, on);
/** The same, and whoever is asked says yes. */
const workConfirmed = async (couch: CouchClient, on: string): Promise<number> => {
  const count = await expire(couch, site, on);
  const confirmed = (await heldExpiries(couch)).get(site);
  return confirmed ? expire(couch, site, on, { confirmed }) : count;
};
const stored = async () => JSON.stringify([...(await couple.server.documents(site)).values()]);

test("What may be kept no longer loses its content on the server and on every phone; what may stays", async () => {
  const { ann, ben } = couple;
  await register(ann, "1");
  await register(ann, "2", { recordState: "complete", givenName: "Ганна" });
  await ann.sync();
  await ben.sync();
  expect(await work()).toBe(1);
  for (const phone of [ann, ben]) {
    await phone.sync();
    expect(seen(phone, "1")).toMatchObject({ erased: { why: "expired", at: after } });
    expect(JSON.stringify(seen(phone, "1"))).not.toContain("Оля");
    expect(seen(phone, "2")).toMatchObject({ givenName: "Ганна" });
    expect(phone.status).toMatchObject({ unsent: 0, refused: 0 });
  }
  expect(await stored()).not.toContain("Оля");
  expect(await work()).toBe(0);
});

test("An earlier version cannot be read from the server any more either", async () => {
  const { ann, server } = couple;
  await register(ann, "1");
  await ann.sync();
  const { _rev } = (await server.couch.get<{ _rev: string }>(`${site}/person:1`)).body;
  await work();
  // A real CouchDB compacts when it comes to it.
  await expect.poll(async () => (await server.couch.get(`${site}/person:1?rev=${_rev}`)).status).toBe(404);
});

test("A phone that comes back with an edit: it is taken, and goes the same way (A19)", async () => {
  const { ann, ben, server } = couple;
  await register(ann, "1");
  await ann.sync();
  await ben.sync();
  ben.network.isOnline = false;
  await edit(ben, "1", { familyName: "Коваль" });
  await work();
  ben.network.isOnline = true;
  await ben.sync();
  expect(ben.status).toMatchObject({ unsent: 0, refused: 0 });
  await catchUp(server.couch, site, "0", eraseAgain);
  await ben.sync();
  await ann.sync();
  expect(await stored()).not.toMatch(/Коваль|Оля/);
  for (const phone of [ann, ben]) expect(JSON.stringify(seen(phone, "1"))).not.toMatch(/Коваль|Оля/);
});

test("Long after, the placeholder goes too; phones do not bring it back, nor anything older", async () => {
  const { ann, ben, server } = couple;
  const { id, content } = aPerson("1", { expiresAt: day(-acceptedAfterDays - 1) });
  const old = firstVersion(person, id, content, { by: "eva", device: "eva1", at: "2026-01-01T07:00:00.000Z" });
  await server.couch.post(`${site}/_bulk_docs`, { docs: [old] });
  await ann.sync();
  await ben.sync();
  ben.network.isOnline = false;
  await edit(ben, "1", { familyName: "Коваль" });
  await work(today);
  await ann.sync();
  await work(day(tombstoneDays + 1));
  expect((await server.documents(site)).size).toBe(0);
  ben.network.isOnline = true;
  for (const phone of [ann, ben]) {
    await phone.crash();
    await phone.open();
    await phone.sync();
  }
  expect((await server.documents(site)).size).toBe(0);
  expect(ann.status).toMatchObject({ unsent: 0, refused: 0 });
  expect(ben.status).toMatchObject({ unsent: 1, refused: 1 });
});

/** Counts what the pass asks the store. */
const counting = (asked: string[]): CouchClient => ({
  ...couple.server.couch,
  post: (path, body) => {
    asked.push(path);
    return couple.server.couch.post(path, body);
  },
});
const aRecord = (key: string) => {
  const { id, content } = aPerson(key);
  return firstVersion(person, id, content, { by: "eva", device: "eva1", at: "2026-01-01T07:00:00.000Z" });
};
const olderKind = (key: number) =>
  firstVersion(
    { name: "visit", version: 1 },
    `visit:${String(key).padStart(4, "0")}`,
    { site: "medyka" },
    {
      by: "vera",
      device: "vera1",
      at: "2025-11-24T08:00:00.000Z",
    },
  );
const aHundredAndMore = Array.from({ length: 250 }, (_, key) => key);

test("What cannot be emptied ends the pass all the same, and keeps nothing behind it from its end", async () => {
  const people = aHundredAndMore.map((key) => aRecord(`late${key}`));
  const unknown = aHundredAndMore.map((key) => ({ ...olderKind(key), _id: `aaa:${key}` }));
  await couple.server.couch.post(`${site}/_bulk_docs`, { docs: [...unknown, ...people] });
  const asked: string[] = [];
  expect(await workConfirmed(counting(asked), today)).toBe(people.length);
  expect(asked.filter((path) => path.endsWith("_bulk_docs")).length).toBeLessThan(10);
  expect(await stored()).not.toContain("Оля");
});

test("A write that is refused ends the pass; the next one does it", async () => {
  await couple.server.couch.post(`${site}/_bulk_docs`, { docs: [aRecord("1")] });
  const asked: string[] = [];
  const refusing: CouchClient = {
    ...counting(asked),
    post: async (path, body) => {
      asked.push(path);
      if (path.endsWith("_bulk_docs")) return { status: 201, body: [{ error: "conflict" }] as never };
      return couple.server.couch.post(path, body);
    },
  };
  await expire(refusing, site, today);
  expect(asked.filter((path) => path.endsWith("_bulk_docs"))).toHaveLength(1);
  expect(await work(today)).toBe(1);
});

test("Hundreds of placeholders go in one pass, none more than CouchDB takes at once, with every version that lost", async () => {
  const { couch } = couple.server;
  const docs = aHundredAndMore.map((key) => aRecord(String(key)));
  await couch.post(`${site}/_bulk_docs`, { docs });
  const loser = { ...docs[0], _rev: "1-00000000000000000000000000000000" };
  await couch.post(`${site}/_bulk_docs`, { docs: [loser], new_edits: false });
  await workConfirmed(couch, today);
  const asked: number[] = [];
  const watching: CouchClient = {
    ...couch,
    post: (path, body) => {
      if (path.endsWith("_purge")) asked.push(Object.keys(body as object).length);
      return couch.post(path, body);
    },
  };
  await expire(watching, site, day(tombstoneDays + 1));
  expect(Math.max(...asked)).toBeLessThanOrEqual(100);
  const { body } = await couch.get<{ results: readonly { id: string }[] }>(`${site}/_changes`);
  expect(body.results.filter(({ id }) => id.startsWith("person:"))).toEqual([]);
});
