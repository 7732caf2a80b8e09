import { afterEach, beforeEach, expect, test } from "vitest";
import { openEnding } from "../../../../server/couch/ending.ts";
import { lines, oneObject } from "../../../../server/couch/feeds/feed-formats.ts";
import { MOST_FEEDS } from "../../../../server/couch/feeds/open-feeds.ts";
import { streamChanges } from "../../../../server/couch/feeds/stream-changes.ts";
import { openStore } from "../../../../server/couch/store/open-store.ts";
import { openTurns } from "../../../../server/couch/turns.ts";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
beforeEach(async () => {
  couch = await startCouch();
  for (const name of ["anna", "ben"])
    await couch.send("PUT", `/_users/org.couchdb.user:${name}`, {
      body: { name, type: "user", roles: ["volunteer"], password: "right" },
    });
  await couch.send("PUT", "/a");
  await couch.send("PUT", "/a/_security", { body: { members: { roles: ["volunteer"] } } });
});
afterEach(() => couch.close());

const many = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
/** The whole text of a feed, once it ends. */
const follow = async (query: string, as = "anna:right", timeout = 60_000): Promise<string> =>
  (await couch.send("GET", `/a/_changes?timeout=${timeout}&${query}`, { as })).text;
/** Lets the server begin the feeds that were asked for. */
const settled = async (count: number): Promise<void> => {
  for (let time = 0; time < count; time++) await couch.send("GET", "/_up", { as: "" });
};

test.each(["longpoll", "longpoll&quiet=true", "continuous", "eventsource"])(
  "Of an account's feeds (%s) beyond a hundred the oldest ends as at its timeout; nobody else's does",
  async (feed) => {
    await couch.send("PUT", "/a/before", { body: {} });
    const atTimeout = await follow(`feed=${feed}&since=now`, "anna:right", 1);
    const ended: string[] = [];
    const begin = (name: string, as: string) =>
      follow(`feed=${feed}&since=now`, as).then(
        (said) => ended.push(`${name} ${said.includes('"changes"') ? "with news" : said}`),
        () => undefined, // cut off at the end of the test
      );
    const others = begin("ben", "ben:right");
    const first = begin("first", "anna:right");
    await settled(20);
    const rest = many(MOST_FEEDS, (place) => begin(`${place}`, "anna:right"));
    await first;
    expect(ended).toEqual([`first ${atTimeout}`]);
    await settled(100);
    expect(ended).toHaveLength(1);
    await couch.send("PUT", "/a/after", { body: {} });
    if (feed === "continuous" || feed === "eventsource") return;
    await Promise.all([others, ...rest]);
    expect(ended.slice(1).every((one) => one.endsWith("with news"))).toBe(true);
  },
);

test.each([oneObject, lines])(
  "A feed that is let go before it has read everything says how far it has read",
  async (frame) => {
    const store = openStore(":memory:");
    const database = await store.create("a");
    database.counters.seq = 10;
    const query = { since: 3, limit: 99, descending: false, includeDocs: false, allLeaves: false, conflicts: false };
    const letGo = openEnding();
    letGo.end();
    const pieces = streamChanges(
      database,
      { ...query, attachments: false, seqInterval: 1, filter: undefined },
      { feed: "longpoll", timeout: 1_000, heartbeat: undefined },
      frame,
      { ending: letGo, turn: openTurns()(), mayRead: () => true },
    );
    let text = "";
    for await (const piece of pieces) text += piece;
    expect(text).toMatch(/^\D*3-/);
    store.close();
  },
);

test("A server administrator follows as many databases as there are", async () => {
  const answers = await Promise.all(
    many(MOST_FEEDS + 20, () => couch.listen("/a/_changes?feed=longpoll&since=now&timeout=60000")),
  );
  await couch.send("PUT", "/a/x", { body: {} });
  const seen = await Promise.all(answers.map((answer) => answer.json() as Promise<{ results: unknown[] }>));
  expect(seen.map(({ results }) => results.length)).toEqual(seen.map(() => 1));
});
