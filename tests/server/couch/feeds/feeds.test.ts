import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
beforeAll(async () => {
  couch = await startCouch();
});
afterAll(() => couch.close());

const database = async (name: string, docs: object[] = []): Promise<string> => {
  await couch.send("PUT", `/${name}`);
  if (docs.length > 0) await couch.send("POST", `/${name}/_bulk_docs`, { body: { docs } });
  return name;
};

const WAITING = 200;

test(`${WAITING} waiting readers all see a write`, async () => {
  const db = await database("waiting");
  const path = `/${db}/_changes?feed=longpoll&since=now&timeout=86400000`;
  const waiting = await Promise.all(Array.from({ length: WAITING }, () => couch.listen(path)));
  await couch.send("PUT", `/${db}/doc`, { body: { n: 1 } });
  const seen = await Promise.all(waiting.map((answer) => answer.json() as Promise<{ results: unknown[] }>));
  expect(seen.map(({ results }) => results.length)).toEqual(waiting.map(() => 1));
});

test("A sequence of another database, of an earlier life or from the future restarts from the beginning", async () => {
  const db = await database("lives", [{ _id: "a" }, { _id: "b" }]);
  const { last_seq: last } = (await couch.send("GET", `/${db}/_changes`)).body;
  const [, instance] = last.split("-");
  const count = async (since: string) =>
    (await couch.send("GET", `/${db}/_changes?since=${encodeURIComponent(since)}`)).body.results.length;
  expect(await count(last)).toBe(0);
  expect(await count(`99-${instance}`)).toBe(2);
  expect(await count("2-g1AAAACbeJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9")).toBe(2);
  await couch.send("DELETE", `/${db}`);
  await database("lives", [{ _id: "c" }]);
  expect(await count(last)).toBe(1);
});

test("A continuous reader that does not read costs the server no memory and blocks nobody", async () => {
  const docs = Array.from({ length: 300 }, (_, i) => ({ _id: `d${i}`, text: "x".repeat(100_000) }));
  const db = await database("slow", docs);
  const authorization = `Basic ${Buffer.from("admin:admin").toString("base64")}`;
  const before = couch.bytesWritten();
  const reader = request(`${couch.base}/${db}/_changes?feed=continuous&since=0&include_docs=true`, {
    headers: { authorization },
  });
  const answer = await new Promise<import("node:http").IncomingMessage>((resolve) =>
    reader.on("response", resolve).end(),
  );
  answer.pause();
  for (let i = 0; i < 20; i++) expect((await couch.send("PUT", `/${db}/more${i}`, { body: {} })).status).toBe(201);
  expect(couch.bytesWritten() - before).toBeLessThan(25_000_000);
  reader.destroy();
});

test("Feeds end when their database is dropped", async () => {
  const db = await database("dropped");
  const waiting = await couch.listen(`/${db}/_changes?feed=longpoll&since=now&timeout=86400000`);
  await couch.send("DELETE", `/${db}`);
  expect(((await waiting.json()) as { results: unknown[] }).results).toEqual([]);
});

test("Server-sent events carry rows and their sequence", async () => {
  const db = await database("events", [{ _id: "a" }]);
  const { text, headers } = await couch.send("GET", `/${db}/_changes?feed=eventsource&timeout=100`);
  expect(headers.get("content-type")).toBe("text/event-stream");
  expect(text).toMatch(/data: \{"seq":"1-\w+","id":"a".*\}\nid: "1-\w+"\n\n/);
});

test("Paging by limit and by last_seq gives every document once, pending counting down", async () => {
  const db = await database(
    "pages",
    Array.from({ length: 25 }, (_, i) => ({ _id: `d${i}` })),
  );
  const seen: string[] = [];
  for (let since = "0", pending = 25; pending > 0; ) {
    const { body } = await couch.send("GET", `/${db}/_changes?limit=7&since=${since}`);
    seen.push(...body.results.map(({ id }: { id: string }) => id));
    expect(body.pending).toBe(25 - seen.length);
    since = body.last_seq;
    pending = body.pending;
  }
  expect(new Set(seen).size).toBe(25);
});
