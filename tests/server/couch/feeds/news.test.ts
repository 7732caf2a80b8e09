import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openEnding } from "../../../../server/couch/ending.ts";
import { gatherNews } from "../../../../server/couch/feeds/news.ts";
import type { Database } from "../../../../server/couch/store/database.ts";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
const path = "/_users/org.couchdb.user:anna";
beforeAll(async () => {
  couch = await startCouch();
  await couch.send("PUT", path, { body: { name: "anna", type: "user", password: "right", roles: ["volunteer"] } });
});
afterAll(() => couch.close());
afterEach(() => vi.useRealTimers());

const openedBy = async (name: string): Promise<string> => {
  await couch.send("PUT", `/${name}`);
  await couch.send("PUT", `/${name}/_security`, { body: { members: { roles: ["volunteer"] } } });
  const body = { name: "anna", password: "right" };
  return (await couch.send("POST", "/_session", { body, as: "" })).headers.getSetCookie()[0]?.split(";")[0] ?? "";
};
const write = async (database: string, id: string, cookie: string) =>
  (
    await fetch(`${couch.base}/${database}/${id}`, {
      method: "PUT",
      headers: { cookie, "content-type": "application/json" },
      body: "{}",
    })
  ).status;
/** The ids that a wait is answered with, and where it ended. */
const waitFor = async (database: string, cookie: string, query: string) => {
  const answer = await fetch(`${couch.base}/${database}/_changes?feed=longpoll&${query}`, { headers: { cookie } });
  const { results, last_seq } = (await answer.json()) as { results: { id: string }[]; last_seq: string };
  return { ids: results.map(({ id }) => id), last: last_seq };
};

test("A phone that waits quietly is not woken by what it wrote itself, and hears of it with what others write", async () => {
  const phone = await openedBy("own");
  expect(await write("own", "before", phone)).toBe(201);
  const waiting = waitFor("own", phone, "quiet=true&since=0");
  expect(await write("own", "own", phone)).toBe(201);
  await couch.send("PUT", "/own/other", { body: {} });
  expect((await waiting).ids).toEqual(["before", "own", "other"]);
});

test("What it wrote lies before it as long as nobody else writes: the wait ends where it began", async () => {
  const phone = await openedBy("alone");
  const { last } = await waitFor("alone", phone, "quiet=true&since=now&timeout=1");
  expect(await write("alone", "own", phone)).toBe(201);
  expect(await waitFor("alone", phone, `quiet=true&timeout=1&since=${last}`)).toEqual({ ids: [], last });
  expect((await waitFor("alone", phone, `timeout=1&since=${last}`)).ids).toEqual(["own"]);
});

test("Another phone of the same account is woken", async () => {
  const phone = await openedBy("two");
  const waiting = waitFor("two", phone, "quiet=true&since=now");
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect((await couch.send("PUT", "/two/other", { body: {} })).status).toBe(201);
  expect((await waiting).ids).toEqual(["other"]);
});

test("Two phones on which one account signed in at the same moment hear of each other", async () => {
  const [one, other] = [await openedBy("twins"), await openedBy("twins")];
  const { last } = await waitFor("twins", one, "quiet=true&since=now&timeout=1");
  expect(await write("twins", "written", other)).toBe(201);
  expect((await waitFor("twins", one, `quiet=true&timeout=1&since=${last}`)).ids).toEqual(["written"]);
});

/** A database as far as telling of news goes. */
const aDatabase = (seq: number) => ({ counters: { seq } }) as Database;

test("The first news is told at once, what follows within half a second in one go", async () => {
  vi.useFakeTimers();
  const database = aDatabase(1);
  const ending = openEnding();
  await gatherNews(database, 0, ending);
  database.counters.seq = 2;
  let told = 0;
  for (const _ of [1, 2]) void gatherNews(database, 1, ending).then(() => told++);
  await vi.advanceTimersByTimeAsync(400);
  database.counters.seq = 9;
  expect(told).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toBe(2);
  await gatherNews(database, 2, ending); // somebody else hears of the same
  database.counters.seq = 10;
  await vi.advanceTimersByTimeAsync(500);
  await gatherNews(database, 9, ending); // a single one, long after
});

test("What somebody is told who was behind leaves the others their half second", async () => {
  vi.useFakeTimers();
  const database = aDatabase(5);
  const ending = openEnding();
  await gatherNews(database, 4, ending);
  database.counters.seq = 6;
  await gatherNews(database, 4, ending); // as whoever wrote the fifth themselves
  let told = false;
  void gatherNews(database, 5, ending).then(() => {
    told = true;
  });
  await vi.advanceTimersByTimeAsync(400);
  expect(told).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toBe(true);
});

test("Who is behind what was told last, or goes away, is not held up", async () => {
  vi.useFakeTimers();
  const database = aDatabase(5);
  const going = openEnding();
  await gatherNews(database, 4, going);
  database.counters.seq = 6;
  await gatherNews(database, 2, going);
  database.counters.seq = 7;
  const held = gatherNews(database, 6, going);
  going.end();
  await held;
});

test("All who wait for one half second share its timer; who goes away meanwhile leaves it to the others", async () => {
  vi.useFakeTimers();
  const database = aDatabase(1);
  const going = openEnding();
  const staying = openEnding();
  await gatherNews(database, 0, staying);
  database.counters.seq = 2;
  const told: string[] = [];
  void gatherNews(database, 1, going).then(() => told.push("gone"));
  for (const _ of [1, 2, 3]) void gatherNews(database, 1, staying).then(() => told.push("told"));
  expect(vi.getTimerCount()).toBe(1);
  going.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(["gone"]);
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toEqual(["gone", "told", "told", "told"]);
  expect(staying.listeners.size).toBe(0);
  database.counters.seq = 3; // the next half second has a timer of its own
  void gatherNews(database, 2, staying).then(() => told.push("next"));
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toContain("next");
});
