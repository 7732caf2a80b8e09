import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startFront, type TestFront } from "../support/start-front.ts";

/** A CouchDB that has `person:1` in its revision `1-a`, and shows what was written. */
let couch: Server;
let front: TestFront;
let written: string[];
let roles: readonly string[];

beforeEach(async () => {
  written = [];
  roles = ["account"];
  couch = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const text = Buffer.concat(pieces).toString();
    const path = request.url ?? "";
    const answer = (body: object) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    if (path === "/_session") return answer({ userCtx: { name: "ben", roles } });
    if (path.endsWith("/_all_docs")) {
      const { keys } = JSON.parse(text) as { keys: string[] };
      const row = (key: string) => (key === "person:1" ? { key, value: { rev: "1-a" } } : { key, error: "not_found" });
      return answer({ rows: keys.map(row) });
    }
    if (path.endsWith("/_revs_diff")) {
      const asked = JSON.parse(text) as Record<string, string[]>;
      const missing = ([id, revs]: [string, string[]]) => [id, { missing: revs.filter((rev) => rev !== "1-a") }];
      return answer(Object.fromEntries(Object.entries(asked).map((one) => missing(one as [string, string[]]))));
    }
    written.push(text);
    response.statusCode = 201;
    return answer([]);
  });
  await new Promise<void>((resolve) => couch.listen(0, "127.0.0.1", resolve));
  front = await startFront({ upstream: `http://127.0.0.1:${(couch.address() as AddressInfo).port}` });
});
afterEach(async () => {
  await front.close();
  couch.closeAllConnections();
  couch.close();
});

const send = async (method: string, path: string, body: string) => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${front.address}/db/${path}`, { method, body, headers });
  return { status: answer.status, body: await answer.json() };
};
const bulk = (body: string, path = "site-medyka/_bulk_docs") => send("POST", path, body);
const root = { _id: "person:1", _rev: "1-b", createdBy: "ben" };
const refused = { id: "person:1", rev: "1-b", error: "forbidden", reason: "unknown_history" };

test("A second beginning of a record is refused, and keeps nothing beside it from CouchDB", async () => {
  const other = { _id: "person:2", _rev: "1-b" };
  const known = { _id: "person:1", _rev: "1-a" };
  const later = { _id: "person:1", _rev: "2-c", _revisions: { start: 2, ids: ["c", "a"] } };
  const docs = [root, other, known, later];
  expect(await bulk(JSON.stringify({ docs, new_edits: false }))).toEqual({ status: 201, body: [refused] });
  expect(written.map((text) => JSON.parse(text))).toEqual([{ docs: [other, known, later], new_edits: false }]);
  expect((await bulk(JSON.stringify({ docs: [root], new_edits: false }))).body).toEqual([refused]);
  expect(written).toHaveLength(1);
});

test("A new record has one beginning, however many somebody sends at once", async () => {
  const docs = ["1-a", "1-b", "1-c", "1-a"].map((_rev) => ({ _id: "person:2", _rev }));
  const { body } = await bulk(JSON.stringify({ docs, new_edits: false }));
  expect(body.map(({ rev }: { rev: string }) => rev)).toEqual(["1-b", "1-c"]);
  expect(written.map((text) => JSON.parse(text).docs)).toEqual([[docs[0], docs[3]]]);
});

test.each([
  ["a history that says more than the revision", { ...root, _rev: "2-c", _revisions: { start: 1, ids: ["b"] } }],
  ["a revision with a nought before it", { ...root, _rev: "01-b" }],
])("however it is written: %s", async (_, doc) => {
  expect((await bulk(JSON.stringify({ docs: [doc], new_edits: false }))).body).toEqual([refused]);
  expect(written).toEqual([]);
});

test("however the request is written", async () => {
  const docs = JSON.stringify([root]);
  expect((await bulk(`{"docs":${docs},"new\\u005fedits":false}`)).body).toEqual([refused]);
  expect((await bulk(JSON.stringify({ docs: [root], new_edits: false }), "site-medyka//_bulk%5Fdocs/")).body).toEqual([
    refused,
  ]);
  // CouchDB takes the first of two; it is given one.
  await bulk(`{"docs":${docs},"new_edits":false,"new_edits":true}`);
  expect(written).toEqual([`{"docs":${docs},"new_edits":true}`]);
  expect((await bulk('{"new_edits":false')).status).toBe(400);
});

test("Alone, too, under the id of the address", async () => {
  const put = (query: string) => send("PUT", `site-medyka/person%3A1${query}`, JSON.stringify({ ...root, _id: "x" }));
  expect(await put("?new_edits=false")).toMatchObject({ status: 403, body: { reason: "unknown_history" } });
  expect(await put("?new%5Fedits=false")).toMatchObject({ status: 403 });
  expect(written).toEqual([]);
  expect((await put("")).status).toBe(201);
});

test("What a phone sends goes on byte by byte, and so does what an administrator replicates", async () => {
  const edits = '{"docs": [{"_id":"person:1","_rev":"1-a"}] }';
  await bulk(edits);
  roles = ["_admin"];
  const replicas = `{ "new_edits":false,"docs":[${JSON.stringify(root)}]}`;
  await bulk(replicas);
  expect(written).toEqual([edits, replicas]);
});
