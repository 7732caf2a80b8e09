import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

const LIMIT = 2_000_000;

let couch: TestCouch;
beforeAll(async () => {
  couch = await startCouch({ maxBodyBytes: LIMIT });
  await couch.send("PUT", "/a");
});
afterAll(() => couch.close());

const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

test.each([
  ["duplicate members", '{"_id":"x","roles":[],"roles":["_admin"]}'],
  ["duplicate members, one of them escaped", '{"_id":"x","a":1,"\\u0061":2}'],
  ["duplicate members deep inside", '{"_id":"x","list":[{"inner":{"a":1,"a":1}}]}'],
  ["a __proto__ member", '{"_id":"x","inner":{"__proto__":{"admin":true}}}'],
  ["a constructor member", '{"_id":"x","constructor":{}}'],
  ["too deep nesting", `{"_id":"x","deep":${deep(30)}}`],
  ["enormous nesting", deep(100_000)],
  ["a lone surrogate, escaped", '{"_id":"x","name":"\\ud83d"}'],
  ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])],
  ["a lone surrogate in UTF-8", Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d])],
  ["an infinite number", '{"_id":"x","n":1e999}'],
  ["a whole number that JavaScript would change", '{"_id":"x","n":12345678901234567890}'],
  ["no JSON", "{"],
  ["no object", "7"],
  ["a revision that is none", '{"_id":"x","_rev":"1"}'],
  ["a history that is none", '{"_id":"x","_revisions":{"start":"1","ids":[]}}'],
  ["a history longer than its generation", '{"_id":"x","_revisions":{"start":1,"ids":["a","b"]}}'],
  ["attachments that are none", '{"_id":"x","_attachments":{"a":7}}'],
  ["attachment data that is no base64", '{"_id":"x","_attachments":{"a":{"data":"§§"}}}'],
  ["a number as _deleted", '{"_id":"x","_deleted":1}'],
])("Refuses a document with %s", async (_, body) => {
  for (const [method, path] of [
    ["POST", "/a"],
    ["PUT", "/a/x"],
  ] as const) {
    const answer = await couch.send(method, path, { body });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body)).toEqual(["error", "reason"]);
  }
  const inBatch = Buffer.concat([Buffer.from('{"docs":['), Buffer.from(body), Buffer.from("]}")]);
  expect((await couch.send("POST", "/a/_bulk_docs", { body: inBatch })).status).toBe(400);
  expect((await couch.send("GET", "/a/x")).status).toBe(404);
});

test("Takes what looks dangerous and is not", async () => {
  const doc = {
    text: 'a \\" : {"a":1,"a":2} \\\\',
    "a:b": { "{": "}" },
    emoji: "🛟",
    nul: "a\u0000b",
    same: [{ a: 1 }, { a: 1 }],
    n: 0.1234567890123456,
    big: 9007199254740991,
    e: 1.5e10,
  };
  expect((await couch.send("PUT", "/a/fine", { body: doc })).status).toBe(201);
  const { _id, _rev, ...back } = (await couch.send("GET", "/a/fine")).body;
  expect(back).toEqual(doc);
});

test("Ids may hold anything but lone surrogates", async () => {
  for (const id of ["a\u0000b", "🛟", "%25", "a/b?c#d", " ", "é", "'\"; DROP TABLE documents"]) {
    const path = `/a/${encodeURIComponent(id)}`;
    expect((await couch.send("PUT", path, { body: {} })).body).toMatchObject({ ok: true, id });
    expect((await couch.send("GET", path)).body._id).toBe(id);
  }
  expect((await couch.send("GET", "/a/%ED%A0%80")).status).toBe(400);
});

test("Refuses what is too large, gzipped or not, and wrong types", async () => {
  const large = JSON.stringify({ text: "x".repeat(LIMIT) });
  expect((await couch.send("PUT", "/a/large", { body: large })).status).toBe(413);
  const gzip = { "content-encoding": "gzip" };
  expect((await couch.send("PUT", "/a/large", { body: gzipSync(large), headers: gzip })).status).toBe(413);
  expect((await couch.send("PUT", "/a/small", { body: gzipSync('{"v":1}'), headers: gzip })).status).toBe(201);
  expect((await couch.send("PUT", "/a/small", { body: "no gzip", headers: gzip })).status).toBe(400);
  expect((await couch.send("PUT", "/a/small", { body: "{}", headers: { "content-encoding": "br" } })).status).toBe(415);
  expect((await couch.send("POST", "/a", { body: "{}", headers: { "content-type": "text/plain" } })).status).toBe(415);
  expect(
    (await couch.send("POST", "/a/_bulk_docs", { body: '{"docs":[]}', headers: { "content-type": "text/html" } }))
      .status,
  ).toBe(415);
});

const ODD = [
  "",
  "?",
  "?since=",
  "?limit=-1",
  "?since=1-",
  "?keys=[",
  "?startkey=x",
  "?rev=",
  "?open_revs=[1]",
  "?atts_since=7",
  "?heartbeat=0",
  "?skip=-1",
  "?include_docs=maybe",
  "?style=odd",
  "?filter=_x",
  "?filter=a/b",
  "?count=-1",
];
const PATHS = [
  "",
  "/",
  "/a",
  "/a/",
  "/a/_all_docs",
  "/a/_changes",
  "/a/x",
  "/a/_local/x",
  "/a/_local",
  "/a/_design/x",
  "/a/_bulk_get",
  "/a/_revs_diff",
  "/a/_find",
  "/a/_index",
  "/a/_security",
  "/a/_purge",
  "/a/x/y",
  "/a/%00",
  "/_session",
  "/_uuids",
  "/_users",
  "/_users/_all_docs",
  "/_node/_local",
  "/A",
  "/a%2Fb",
  "/a/_bulk_docs",
  "/a/_revs_limit",
  "/a/_compact",
];
const BODIES = [
  undefined,
  "",
  "[]",
  "{}",
  "null",
  '"x"',
  '{"docs":7}',
  '{"docs":[7,null]}',
  '{"docs":[{"id":7}]}',
  '{"keys":7}',
  '{"x":[7]}',
  '{"x":7}',
  '{"selector":7}',
  '{"selector":{"$and":7}}',
  '{"selector":{"a":{"$regex":"("}}}',
  '{"index":7}',
  '{"admins":7}',
  '{"name":7}',
];

test("Answers no bad input with a 500", async () => {
  const odd: string[] = [];
  for (const path of PATHS) {
    for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE", "COPY", "PATCH", "OPTIONS"]) {
      const cases =
        method === "GET" || method === "HEAD"
          ? ODD.map((query) => ({ query, body: undefined }))
          : BODIES.map((body) => ({ query: "", body }));
      if (path === "/a" && method === "DELETE") continue;
      for (const { query, body } of cases) {
        const isWaiting = query.includes("heartbeat");
        const { status, headers } = await couch.send(
          method,
          path + query + (isWaiting ? "&timeout=1" : ""),
          body === undefined ? {} : { body },
        );
        if (status >= 500) odd.push(`${method} ${path}${query} ${body} gave ${status}`);
        if (!headers.get("cache-control")?.includes("no-store")) odd.push(`${method} ${path}${query} may be cached`);
      }
    }
  }
  expect(odd).toEqual([]);
});

test("Leaves other routes of the same server alone", async () => {
  const answer = await fetch(couch.base.replace("/db", "/outside"));
  expect(await answer.json()).toEqual({ outside: true });
  expect(answer.headers.get("cache-control")).toBeNull();
});
