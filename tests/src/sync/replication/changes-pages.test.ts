import { expect, test } from "vitest";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { person } from "../../../../src/domain/model/kinds/person.ts";
import { err, ok } from "../../../../src/domain/model/result.ts";
import type { Store } from "../../../../src/store/open-store.ts";
import type { CallError, Server } from "../../../../src/sync/connection/server.ts";
import { type Checkpoints, pull } from "../../../../src/sync/replication/pull.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";

const count = 6_000;
const author = { by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" };
const change = (sequence: number) => {
  const { id, content } = aPerson(String(sequence));
  return { id, seq: sequence, doc: { ...firstVersion(person, id, content, author), _rev: "1-a" } };
};

/** A database of 6,000 changes, what is done about them in order, and how long each page takes. */
const aDatabase = (takes: (limit: number, since: number) => number | CallError) => {
  const done: string[] = [];
  let [clock, at, stored] = [0, "0", 0];
  const server = {
    get: async (path: string) => {
      const query = new URLSearchParams(path.split("?")[1]);
      const [since, limit] = [Number(query.get("since")), Number(query.get("limit"))];
      done.push(`asked ${since}+${limit}`);
      const took = takes(limit, since);
      if (typeof took !== "number") return err(took);
      clock += took;
      const last = Math.min(count, since + limit);
      const results = Array.from({ length: last - since }, (_, place) => change(since + place + 1));
      return ok({ results, last_seq: last, pending: count - last });
    },
  } as unknown as Server;
  const store = {
    receive: async (_: string, received: readonly unknown[]) => {
      await new Promise((written) => setImmediate(written));
      stored += received.length;
      done.push(`stored ${stored}`);
    },
  } as unknown as Store;
  const checkpoints: Checkpoints = {
    get: async () => at,
    set: async (_, since) => {
      at = since;
      done.push(`checkpoint ${since}`);
    },
  };
  const unanswered = { get: async () => undefined, set: async () => {} };
  const untilDrawn = async () => void done.push("drawn");
  const tools = { server, store, checkpoints, unanswered, untilDrawn, now: () => new Date(clock).toISOString() };
  const asked = () => done.filter((step) => step.startsWith("asked")).map((step) => Number(step.split("+")[1]));
  return { done, asked, pull: () => pull(tools, site, () => {}) };
};

test("While a page is written the next one is on its way; the checkpoint moves after the commit", async () => {
  const database = aDatabase(() => 100);
  expect(await database.pull()).toEqual(ok({ restored: false }));
  const ofWholePages = /^asked|^checkpoint|^stored \d+500$|^stored 500$/;
  expect(database.done.filter((step) => ofWholePages.test(step)).slice(0, 6)).toEqual([
    "asked 0+500",
    "asked 500+1000",
    "stored 500",
    "checkpoint 500",
    "asked 1500+2000",
    "stored 1500",
  ]);
  expect(database.done.at(-1)).toBe("checkpoint 6000");
});

test("A page is stored by the hundred, and drawn in between; its checkpoint moves once all of it is stored", async () => {
  const database = aDatabase(() => 100);
  await database.pull();
  const steps = database.done.filter((step) => !step.startsWith("asked"));
  const hundred = (number: number) => [`stored ${number * 100}`, "drawn"];
  expect(steps.slice(0, 10)).toEqual([1, 2, 3, 4].flatMap(hundred).concat("stored 500", "checkpoint 500"));
  expect(steps.slice(10, 13)).toEqual(["drawn", "stored 600", "drawn"]);
});

test("Pages that come soon grow to 2,000; where the line is slow they stay small", async () => {
  const [quick, slow] = [aDatabase(() => 100), aDatabase((limit) => limit * 5)];
  await quick.pull();
  await slow.pull();
  expect(quick.asked()).toEqual([500, 1_000, 2_000, 2_000, 2_000]);
  expect(new Set(slow.asked())).toEqual(new Set([500]));
});

test("A page that does not come in time is asked for smaller, and none grows again", async () => {
  const database = aDatabase((limit) => (limit > 100 ? { type: "slow" } : 100));
  expect((await database.pull()).ok).toBe(true);
  expect(new Set(database.asked())).toEqual(new Set([500, 100]));
});

test("A page that fails does not take the one before it along: the next round goes on from there", async () => {
  let isDown = true;
  const database = aDatabase((_, since) => (isDown && since === 1_500 ? { type: "offline" } : 100));
  expect(await database.pull()).toEqual(err({ type: "offline" }));
  expect(database.done.at(-1)).toBe("checkpoint 1500");
  isDown = false;
  database.done.length = 0;
  expect((await database.pull()).ok).toBe(true);
  expect(database.done[0]).toBe("asked 1500+500");
});
