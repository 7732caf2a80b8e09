import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isObject, type Json } from "../../../../server/couch/json/json.ts";
import { parseInParts } from "../../../../server/couch/json/parse-in-parts.ts";
import { parseJson } from "../../../../server/couch/json/parse-json.ts";
import { refusalOf } from "../../../../server/couch/refuse.ts";
import { scale } from "../../../support/runs/scale.ts";
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

const many = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const names = (count: number, prefix = "k") =>
  Object.fromEntries(many(count, (place) => [`${prefix}${place}`, 0] as const));

test("Thousands of different member names are refused of an account, in one object or in many, wherever it sends them", async () => {
  const inMany = many(1_300, (place) => names(10, `k${place}x`));
  for (const [method, path, body] of [
    ["PUT", "/a/x", names(13_000)],
    ["POST", "/a", { list: inMany }],
    ["POST", "/a/_bulk_docs", { docs: [{}, { inside: inMany }] }],
    ["POST", "/a/_bulk_docs", { docs: [], beside: { inside: inMany } }],
    ["PUT", "/a/_local/x", { list: inMany }],
    ["POST", "/a/_find", { selector: {}, fields: inMany }],
    ["POST", "/a/_all_docs", { keys: inMany }],
    ["POST", "/a/_bulk_get", { docs: inMany }],
  ] as const) {
    const { status, body: answer } = await couch.send(method, path, { body, as: "anna:right" });
    expect([path, status, answer.error]).toEqual([path, 413, "too_large"]);
    expect((await couch.send(method, path, { body })).status).not.toBe(413);
  }
});

test("Thousands of documents may be compared at once, and no more members than that may lie in what they name", async () => {
  const asked = Object.fromEntries(many(9_000, (place) => [`k${place}`, ["1-a"]] as const));
  expect((await couch.send("POST", "/a/_revs_diff", { body: asked, as: "anna:right" })).status).toBe(200);
  const inside = { k: many(30, (place) => names(500, `k${place}x`)) };
  const { status, body } = await couch.send("POST", "/a/_revs_diff", { body: inside, as: "anna:right" });
  expect([status, body.reason]).toEqual([400, "A JSON object has at most 10000 members."]);
});

test("A batch may have as many names as its documents have together, and a document many members of few names", async () => {
  const docs = many(30, (place) => ({ _id: `k${place}`, ...names(1_000, `k${place}x`) }));
  docs.push({ _id: "list", list: many(3_000, () => ({ a: 1, b: 2 })) } as never);
  const { status, body } = await couch.send("POST", "/a/_bulk_docs", { body: { docs }, as: "anna:right" });
  expect(status).toBe(201);
  expect(body.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
});

const asOne = (text: string): Json => parseJson(text, { depth: 22 });
const inParts = (text: string): Json => {
  const { around, parts } = parseInParts(Buffer.from(text));
  const inside = parts.map((parse) => parse());
  const put = (list: Json) =>
    Array.isArray(list) ? list.map((one) => (isObject(one) ? (inside[Number(one.n)] as Json) : one)) : list;
  return isObject(around) ? Object.fromEntries(Object.entries(around).map(([name, one]) => [name, put(one)])) : around;
};
const tried = (parse: (text: string) => Json, text: string): unknown => {
  try {
    return parse(text);
  } catch (error) {
    return refusalOf(error)?.status ?? error;
  }
};

test("A body is the same in parts and as one, and no JSON in parts that is none as one", () => {
  const bodies = fc.record({ docs: fc.array(fc.jsonValue({ maxDepth: 3 })), more: fc.jsonValue({ maxDepth: 2 }) });
  const cuts = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 3 }),
    put: fc.constantFrom("", "{", "}", "[", "]", '"', ",", ":", "\\", "1", '"a":1'),
  });
  const agrees = fc.property(bodies, fc.array(cuts, { maxLength: 2 }), (body, changes) => {
    const text = changes.reduce((before, { at, length, put }) => {
      const place = at % (before.length + 1);
      return before.slice(0, place) + put + before.slice(place + length);
    }, JSON.stringify(body));
    expect(tried(inParts, text)).toEqual(tried(asOne, text));
  });
  fc.assert(agrees, { numRuns: scale({ test: 3_000, soak: 100_000 }) });
});
