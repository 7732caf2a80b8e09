import { afterEach, beforeEach, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
beforeEach(async () => {
  couch = await startCouch();
  const anna = { name: "anna", type: "user", roles: [], password: "right" };
  await couch.send("PUT", "/_users/org.couchdb.user:anna", { body: anna });
  await couch.send("PUT", "/a");
  await couch.send("PUT", "/a/_security", { body: { members: { names: ["anna"] } } });
});
afterEach(() => couch.close());

const asAnna = (path: string, body: unknown, method = "POST") => couch.send(method, path, { body, as: "anna:right" });
const many = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

test.each([
  ["of conditions in a list", { $or: many(600, () => ({ a: 1 })) }],
  ["of values in a list of conditions", { $and: many(600, () => 1) }],
  ["of empty conditions", { a: { $elemMatch: { $or: many(600, () => ({})) } } }],
  ["of fields", Object.fromEntries(many(600, (place) => [`f${place}`, 1]))],
  ["of values in a list that is compared", { a: many(600, () => 1) }],
])("A selector of hundreds %s is refused, whoever is asked", async (_, selector) => {
  for (const [path, body] of [
    ["/a/_find", { selector }],
    ["/a/_explain", { selector }],
    ["/a/_changes?filter=_selector", { selector }],
  ] as const)
    expect([path, (await asAnna(path, body)).body.error]).toEqual([path, "invalid_selector"]);
  const index = { fields: ["a"], partial_filter_selector: selector };
  expect((await couch.send("POST", "/a/_index", { body: { index } })).body.error).toBe("invalid_selector");
});

test("A list of ids that are looked up may be long", async () => {
  await asAnna("/a/k7", {}, "PUT");
  const selector = { _id: { $in: many(5_000, (place) => `k${place}`) } };
  expect((await asAnna("/a/_find", { selector })).body.docs).toMatchObject([{ _id: "k7" }]);
  const none = { _id: { $nin: many(5_000, (place) => `k${place}`) } };
  expect((await asAnna("/a/_find", { selector: none })).body.docs).toEqual([]);
});

test("A question of hundreds of kilobytes is too large, and so are an account's megabytes", async () => {
  const selector = { a: "x".repeat(300_000) };
  expect((await asAnna("/a/_find", { selector })).status).toBe(413);
  const docs = many(3, (place) => ({ _id: `k${place}`, text: "x".repeat(500_000) }));
  expect((await asAnna("/a/_bulk_docs", { docs })).status).toBe(413);
  expect((await couch.send("POST", "/a/_bulk_docs", { body: { docs } })).status).toBe(201);
});

test("A document of an account is no longer than it may be, by whichever way; nothing else is judged", async () => {
  const small = await startCouch({ maxAccountDocumentBytes: 1_000 });
  await small.send("PUT", "/_users/org.couchdb.user:anna", {
    body: { name: "anna", type: "user", roles: [], password: "right" },
  });
  await small.send("PUT", "/a");
  await small.send("PUT", "/a/_security", { body: { members: { names: ["anna"] } } });
  const long = { text: "я".repeat(600) };
  for (const [method, path, body] of [
    ["PUT", "/a/x", long],
    ["POST", "/a", long],
    ["POST", "/a/_bulk_docs", { docs: [{}, long] }],
    ["POST", "/a/_bulk_docs", { new_edits: false, docs: [{ _id: "x", _rev: "1-a", ...long }] }],
  ] as const)
    expect([path, (await small.send(method, path, { body, as: "anna:right" })).body.error]).toEqual([
      path,
      "document_too_large",
    ]);
  expect((await small.send("PUT", "/a/x", { body: long })).status).toBe(201);
  await small.close();
});

test("An object of tens of thousands of members is refused of an administrator, too, wherever it lies", async () => {
  const wide = Object.fromEntries(many(20_000, (place) => [`k${place}`, 0]));
  for (const [path, body] of [
    ["/a", wide],
    ["/a/_bulk_docs", { docs: [{ inside: wide }] }],
    ["/a/_revs_diff", wide],
  ] as const)
    expect([path, (await couch.send("POST", path, { body })).status]).toEqual([path, 400]);
});

test("Lists have ten thousand entries at most", async () => {
  const ids = many(10_001, String);
  for (const [path, body, error] of [
    ["/a/_bulk_docs", { docs: ids.map(() => ({})) }, "max_bulk_docs_count_exceeded"],
    ["/a/_bulk_get", { docs: ids.map((id) => ({ id })) }, "max_bulk_get_count_exceeded"],
    ["/a/_all_docs", { keys: ids }, "max_keys_count_exceeded"],
    ["/a/_changes?filter=_doc_ids", { doc_ids: ids }, "max_doc_ids_count_exceeded"],
  ] as const)
    expect([path, (await asAnna(path, body)).body]).toEqual([path, { error, reason: "10000" }]);
  expect((await asAnna("/a/_revs_diff", { a: ids.map(() => "1-a") })).status).toBe(400);
  expect((await asAnna("/a/_all_docs/queries", { queries: many(101, () => ({})) })).status).toBe(400);
});

test("Somebody else is answered while long work is under way", async () => {
  const docs = many(4_000, (place) => ({ _id: `k${place}`, list: many(40, String) }));
  await couch.send("POST", "/a/_bulk_docs", { body: { docs } });
  const selector = { list: { $elemMatch: { $or: many(200, (place) => ({ $gt: `no ${place}` })) } } };
  const ids = docs.map(({ _id }) => _id);
  const long: [path: string, body: unknown][] = [
    ["/a/_find", { selector }],
    ["/a/_changes?filter=_selector", { selector }],
    ["/a/_bulk_get?revs=true", { docs: many(10_000, (place) => ({ id: ids[place % ids.length] })) }],
    ["/a/_bulk_docs", { docs: many(4_000, (place) => ({ place })) }],
  ];
  for (const [path, body] of long) {
    const answered: string[] = [];
    const working = asAnna(path, body).then(({ status }) => answered.push(`${path} ${status}`));
    const asking = (async () => {
      for (let time = 0; time < 3; time++) await couch.send("GET", "/_up", { as: "" });
      answered.push("others");
    })();
    await Promise.all([working, asking]);
    expect(answered[0]).toBe("others");
  }
});

test("An account adds sixteen versions to a document beside each other, and no more, however it goes about it", async () => {
  const aRoot = (place: number, id = "x") => ({ _id: id, _rev: `4-${String(place).padStart(32, "0")}`, place });
  const docs = many(40, (place) => aRoot(place));
  const { body: refused } = await asAnna("/a/_bulk_docs", { new_edits: false, docs });
  expect(refused).toHaveLength(24);
  expect(refused[0]).toMatchObject({ error: "forbidden", reason: "too_many_conflicts" });
  expect((await asAnna("/a/x?new_edits=false", aRoot(99), "PUT")).status).toBe(403);
  const { body: leaves } = await couch.send("GET", "/a/x?open_revs=all", { headers: { accept: "application/json" } });
  expect(leaves).toHaveLength(16);
  const { _rev } = (await asAnna("/a/x", undefined, "GET")).body;
  const next = {
    _id: "x",
    _rev: `5-${"a".repeat(32)}`,
    _revisions: { start: 5, ids: ["a".repeat(32), _rev.slice(2)] },
  };
  expect((await asAnna("/a/_bulk_docs", { new_edits: false, docs: [next] })).body).toEqual([]);
  expect((await couch.send("POST", "/a/_bulk_docs", { body: { new_edits: false, docs } })).body).toEqual([]);
});
