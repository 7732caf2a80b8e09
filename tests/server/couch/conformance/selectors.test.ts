import { afterAll, beforeAll, expect, test } from "vitest";
import { type Comparison, openComparison } from "../support/open-comparison.ts";

/** What a real CouchDB finds (`npm run test:couchdb` asks it), where one would guess otherwise. */
let couch: Comparison;
beforeAll(async () => {
  couch = await openComparison();
  await couch.send("PUT", "/a");
  const docs = [
    { _id: "list", x: [{ p: 1 }, {}] },
    { _id: "none" },
    { _id: "object", x: { p: 1 } },
    { _id: "other", x: { q: 1 } },
    { _id: "scalar", x: 1 },
  ];
  await couch.send("POST", "/a/_bulk_docs", { body: { docs } });
});
afterAll(() => couch.close());

const all = ["list", "none", "object", "other", "scalar"];
test.each([
  ["through what is no object", { "x.p": { $exists: false } }, ["none", "other"]],
  ["the same, nested", { x: { p: { $exists: false } } }, ["none", "other"]],
  ["the same, negated", { $not: { "x.p": { $exists: true } } }, ["none", "other"]],
  ["through a list", { "x.1.p": { $exists: false } }, ["list", "none", "object", "other"]],
  ["behind a list's end", { "x.2": { $exists: false } }, ["none", "object", "other"]],
  ["what stands there is no other", { "x.p": { $ne: 2 } }, ["object"]],
  ["a whole list among lists", { x: { $in: [[{ p: 1 }, {}], 1] } }, ["scalar"]],
  ["an element of a list", { x: { $in: [{ p: 1 }] } }, ["list", "object"]],
  ["a whole list not among lists", { x: { $nin: [[{ p: 1 }, {}], 1] } }, ["list", "object", "other"]],
  ["nothing asked", {}, all],
  ["all of nothing", { $and: [] }, []],
  ["one of nothing", { $or: [] }, []],
  ["none of nothing", { $nor: [] }, []],
  ["not one of nothing", { $not: { $or: [] } }, []],
  [
    "nothing, negated, beside something",
    { $nor: [{ _id: "none" }, { $and: [] }] },
    ["list", "object", "other", "scalar"],
  ],
  [
    "nothing, twice negated, beside something",
    { $nor: [{ _id: "none" }, { $nor: [] }] },
    ["list", "object", "other", "scalar"],
  ],
  ["nothing beside something", { _id: { $gt: "none" }, $or: [] }, ["object", "other", "scalar"]],
  ["nothing within something", { $and: [{ $or: [] }, { _id: "none" }] }, ["none"]],
])("%s", async (_, selector, ids) => {
  const { body } = await couch.send("POST", "/a/_find", { body: { selector } });
  expect(body.docs.map(({ _id }: { _id: string }) => _id)).toEqual(ids);
});
