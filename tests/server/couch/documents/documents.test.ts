import { afterAll, beforeAll, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
beforeAll(async () => {
  couch = await startCouch();
  await couch.send("PUT", "/a");
});
afterAll(() => couch.close());

const multipart = (doc: object, ...files: string[]) => ({
  headers: { "content-type": 'multipart/related;boundary="b"' },
  body: `--b\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(doc)}${files.map((file) => `\r\n--b\r\n\r\n${file}`).join("")}\r\n--b--`,
});

test("A document comes in as multipart/related and goes out as multipart/mixed, as replicators send and read it", async () => {
  const rev = `2-${"b".repeat(32)}`;
  const files = {
    "one.bin": { follows: true, content_type: "image/png", length: 3, revpos: 1 },
    "two.bin": { follows: true, content_type: "image/png", length: 4 },
  };
  const doc = {
    _id: "m",
    _rev: rev,
    _revisions: { start: 2, ids: ["b".repeat(32), "a".repeat(32)] },
    _attachments: files,
  };
  const put = await couch.send("PUT", "/a/m?new_edits=false", multipart(doc, "uno", "duos"));
  expect([put.status, put.body]).toEqual([201, { ok: true, id: "m", rev }]);
  expect((await couch.send("GET", "/a/m/two.bin")).text).toBe("duos");
  const mixed = await couch.send("GET", "/a/m?open_revs=all&revs=true&latest=true", {
    headers: { accept: "multipart/mixed" },
  });
  expect(mixed.headers.get("content-type")).toMatch(/^multipart\/mixed; boundary="/);
  expect(mixed.text).toContain('"follows":true');
  expect(mixed.text).toContain("\r\n\r\nduos\r\n--");
  const part = await couch.send("GET", "/a/m/two.bin", { headers: { range: "bytes=1-2" } });
  expect([part.status, part.text, part.headers.get("content-range")]).toEqual([206, "uo", "bytes 1-2/4"]);
  expect((await couch.send("GET", "/a/m/two.bin", { headers: { range: "bytes=9-" } })).status).toBe(416);
  const broken = await couch.send("PUT", "/a/n", {
    ...multipart({ _attachments: files }, "uno"),
    body: "--b\r\nno end",
  });
  expect(broken.status).toBe(400);
});

test("An unknown stub is refused, an attachment needs the revision it continues", async () => {
  const stub = { _attachments: { "a.txt": { stub: true, revpos: 1 } } };
  expect((await couch.send("PUT", "/a/stub", { body: stub })).status).toBe(412);
  expect(
    (await couch.send("PUT", "/a/att/a.bin", { body: "x", headers: { "content-type": "image/png" } })).status,
  ).toBe(201);
  expect(
    (await couch.send("PUT", "/a/att/a.bin", { body: "y", headers: { "content-type": "image/png" } })).status,
  ).toBe(409);
});

test("COPY makes a document with the content of another", async () => {
  await couch.send("PUT", "/a/from", { body: { v: 1 } });
  const copied = await couch.send("COPY", "/a/from", { headers: { destination: "to" } });
  expect([copied.status, copied.headers.get("location")]).toEqual([201, "/db/a/to"]);
  expect((await couch.send("GET", "/a/to")).body.v).toBe(1);
  expect((await couch.send("COPY", "/a/from", { headers: { destination: "to" } })).status).toBe(409);
  const over = await couch.send("COPY", "/a/from", { headers: { destination: `to?rev=${copied.body.rev}` } });
  expect(over.status).toBe(201);
  expect((await couch.send("COPY", "/a/from", { headers: { destination: "%zz" } })).status).toBe(400);
});

test("Equal content on an equal parent gives an equal revision, whatever the order of members", async () => {
  await couch.send("PUT", "/b");
  const one = await couch.send("PUT", "/a/same", { body: { x: 1, y: { p: [{ b: 1, a: 2 }], q: 2 } } });
  const other = await couch.send("PUT", "/b/same", { body: { y: { q: 2, p: [{ a: 2, b: 1 }] }, x: 1 } });
  expect(other.body.rev).toBe(one.body.rev);
});

test("Local documents may come in a batch and are listed by themselves", async () => {
  const { body } = await couch.send("POST", "/a/_bulk_docs", {
    body: { docs: [{ _id: "_local/l", n: 1 }, { _id: "plain" }] },
  });
  expect(body).toEqual([{ ok: true, id: "_local/l", rev: "0-1" }, expect.objectContaining({ id: "plain" })]);
  expect((await couch.send("GET", "/a/_local_docs")).body.rows).toEqual([
    { id: "_local/l", key: "_local/l", value: { rev: "0-1" } },
  ]);
});

const refused = (path: string, body?: object) => couch.send("PUT", path, body ? { body } : {});

test("Names that CouchDB does not take are refused", async () => {
  for (const name of ["A", "1a", "_x", "a%20b", "%D0%B0"]) {
    const { status, body } = await refused(`/${name}`);
    expect([name, status, body.error]).toEqual([name, 400, "illegal_database_name"]);
  }
  expect((await couch.send("GET", "/A")).body).toEqual({ error: "not_found", reason: "Database does not exist." });
});

test.each([
  [{ n: { $ne: 1 } }, ["two"]],
  [{ $not: { n: { $gt: 1 } } }, ["one"]],
  [{ $not: { n: { $exists: true } } }, ["none"]],
  [{ $nor: [{ n: 1 }, { n: 2 }] }, []],
  [{ n: { $mod: [2, 0] } }, ["two"]],
  [{ "deep\\.name": 1 }, ["none"]],
  [{ list: { $all: [1, 2] } }, ["two"]],
  [{ list: { $elemMatch: { $gt: 2 } } }, ["two"]],
  [{ list: { $allMatch: { $lt: 3 } } }, ["one"]],
  [{ _id: { $beginsWith: "t" } }, ["two"]],
  [{ n: { $type: "number" } }, ["one", "two"]],
])("The selector %j finds what CouchDB finds", async (selector, ids) => {
  await couch.send("PUT", "/s");
  const docs = [
    { _id: "one", n: 1, list: [1] },
    { _id: "two", n: 2, list: [1, 2, 3] },
    { _id: "none", "deep.name": 1 },
  ];
  await couch.send("POST", "/s/_bulk_docs", { body: { docs } });
  const { body } = await couch.send("POST", "/s/_find", { body: { selector, fields: ["_id"] } });
  expect(body.docs.map(({ _id }: { _id: string }) => _id).sort()).toEqual([...ids].sort());
});
