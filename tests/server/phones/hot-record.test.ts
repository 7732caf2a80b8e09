import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CouchClient, connectCouch } from "../../../server/couch-client.ts";
import { answerPhone, deviceTokenFor } from "../../../server/phones/answer-phone.ts";
import { outboxSecret } from "../../../server/phones/outbox-secret.ts";
import { allPhones, savePhone } from "../../../server/phones/phone-record.ts";
import { startCouch, type TestCouch } from "../couch/support/start-couch.ts";

const device = "phoneone";
const start = Date.parse("2026-11-25T08:00:00.000Z");
let folder: string;
let started: TestCouch;
let couch: CouchClient;
let now: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hot-"));
  started = await startCouch({ file: join(folder, "couch.sqlite") });
  couch = connectCouch(started.base, { user: "admin", password: "admin" });
  now = start;
});
afterEach(async () => {
  couch.close();
  await started.close();
  rmSync(folder, { recursive: true });
});

/** Milliseconds: a phone asks every minute, and is written down again after five. */
const [minute, silence] = [60_000, 301_000];

const hear = async (times: number, apart = silence) => {
  const secret = await outboxSecret(couch);
  const question = { device, pass: deviceTokenFor(secret, device), nonce: "n".repeat(16) };
  for (let time = 0; time < times; time += 1) {
    now += apart;
    await answerPhone(couch, secret, question, { leaseHours: 24, now });
  }
};
/** What one more contact adds to the log of the file, at the least: now and then a page more is split, or something else is written, too. */
const bytesOfOne = async () => {
  const seen: number[] = [];
  for (let time = 0; time < 5; time += 1) seen.push(await bytesOfTheNext());
  return Math.min(...seen);
};

/** The log holds every page that was written since it was emptied. */
const bytesOfTheNext = async () => {
  const reader = new SQLite(join(folder, "couch.sqlite"));
  reader.pragma("wal_checkpoint(TRUNCATE)");
  reader.close();
  await hear(1);
  return statSync(join(folder, "couch.sqlite-wal")).size;
};

test("A phone that is heard costs as much after hundreds of contacts as at first", async () => {
  await outboxSecret(couch);
  await savePhone(couch, { device, account: "olena", label: "Android" }, new Date(start).toISOString());
  await hear(30);
  const first = await bytesOfOne();
  await hear(300);
  expect(await bytesOfOne()).toBeLessThan(first * 1.5);
}, 60_000);

test("A phone that asks every minute costs at most a kilobyte each time", async () => {
  await outboxSecret(couch);
  await savePhone(couch, { device, account: "olena", label: "Android" }, new Date(now).toISOString());
  await hear(1);
  const size = () => statSync(join(folder, "couch.sqlite-wal")).size;
  const before = size();
  await hear(60, minute);
  expect(size() - before).toBeGreaterThan(0);
  expect((size() - before) / 60).toBeLessThanOrEqual(1_024);
});

test("A contact is no revision: the record stays as it is, no feed tells of it, and the list shows when it was", async () => {
  await outboxSecret(couch);
  await savePhone(couch, { device, account: "olena", label: "Android" }, new Date(start).toISOString());
  const record = async () => (await couch.get<{ _rev: string }>(`server/phone:${device}`)).body;
  const reached = async () => (await couch.get<{ last_seq: string }>("server/_changes?since=now")).body.last_seq;
  const before = [await record(), await reached()];
  await hear(5);
  expect([await record(), await reached()]).toEqual(before);
  const [phone] = await allPhones(couch);
  expect(phone?.lastAt).toBe(new Date(now).toISOString());
});

test("A store of before, in which a record has hundreds of revisions, is light with the next contact", async () => {
  await outboxSecret(couch);
  await savePhone(couch, { device, account: "olena", label: "Android" }, new Date(start).toISOString());
  await hear(10);
  const first = await bytesOfOne();
  await couch.put("server/_revs_limit", 1_000);
  const path = `server/phone:${device}`;
  for (let time = 0; time < 400; time += 1) {
    const { body } = await couch.get<object>(path);
    await couch.put(path, { ...body, lastAt: new Date(start + time).toISOString() });
  }
  expect(await bytesOfOne()).toBeLessThan(first * 1.5);
}, 60_000);
