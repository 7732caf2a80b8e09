import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { BuiltInRule } from "../../../../server/couch/validation/built-in-rules.ts";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

const text = "function (newDoc) { if (newDoc.bad) throw({forbidden: 'by the text'}); }";
type Seen = { readonly newDoc: unknown; readonly oldDoc: unknown; readonly user: unknown; readonly security: unknown };
const seen: Seen[] = [];
let answer: () => void = () => {};
const rule: BuiltInRule = (newDoc, oldDoc, user, security) => {
  seen.push({ newDoc, oldDoc, user, security });
  (user as { roles: string[] }).roles.push("spoiled");
  answer();
};

let couch: TestCouch;
beforeAll(async () => {
  couch = await startCouch({ ownRules: new Map([[text, rule]]) });
  for (const [database, source] of [
    ["own", text],
    ["foreign", `${text} `],
  ]) {
    await couch.send("PUT", `/${database}`);
    await couch.send("PUT", `/${database}/_design/rules`, { body: { validate_doc_update: source } });
  }
});
beforeEach(() => {
  seen.length = 0;
  answer = () => {};
});
afterAll(() => couch.close());

const write = async (database: string, docs: object[]) =>
  (await couch.send("POST", `/${database}/_bulk_docs`, { body: { docs } })).body.map(
    (row: { error?: string; reason?: string }) => (row.error ? `${row.error}: ${row.reason}` : "ok"),
  );

test("The server's own text is its own function, which is given what CouchDB gives", async () => {
  expect(await write("own", [{ _id: "a", bad: 1 }, { _id: "b" }])).toEqual(["ok", "ok"]);
  expect(seen.map(({ newDoc, oldDoc }) => [newDoc, oldDoc])).toEqual([
    [{ _id: "a", bad: 1 }, null],
    [{ _id: "b" }, null],
  ]);
  const { _rev } = (await couch.send("GET", "/own/a")).body;
  expect(await write("own", [{ _id: "a", _rev, good: 1 }])).toEqual(["ok"]);
  expect(seen[2]?.oldDoc).toMatchObject({ _id: "a", bad: 1, _rev });
});

test("One character more, and it is foreign: the interpreter judges, and the function is not asked", async () => {
  expect(await write("foreign", [{ _id: "a", bad: 1 }, { _id: "b" }])).toEqual(["forbidden: by the text", "ok"]);
  expect(seen).toEqual([]);
});

test("What is larger than an honest document goes to the interpreter, in its place among the others", async () => {
  const large = { filler: "x".repeat(150_000) };
  const docs = [{ _id: "f", bad: 1 }, { _id: "g", bad: 1, ...large }, { _id: "h" }, { _id: "i", ...large }];
  expect(await write("own", docs)).toEqual(["ok", "forbidden: by the text", "ok", "ok"]);
  expect(seen.map(({ newDoc }) => (newDoc as { _id: string })._id)).toEqual(["f", "h"]);
});

test("Each document is judged with a user and a security object that nobody touched", async () => {
  await write("own", [{ _id: "c" }, { _id: "d" }]);
  expect(seen.map(({ user }) => user)).toEqual([
    { db: "own", name: "admin", roles: ["_admin", "spoiled"] },
    { db: "own", name: "admin", roles: ["_admin", "spoiled"] },
  ]);
  expect(seen[0]?.security).toBeTypeOf("object");
});

test("What is thrown refuses the document; the message of an error stays inside", async () => {
  const refusals: readonly [unknown, string][] = [
    [{ forbidden: "closed" }, "forbidden: closed"],
    [{ unauthorized: "sign_in" }, "unauthorized: sign_in"],
    [new TypeError("Olena is not a function"), "TypeError: The rules cannot judge this document."],
  ];
  for (const [thrown, expected] of refusals) {
    answer = () => {
      throw thrown;
    };
    expect(await write("own", [{ _id: "e" }])).toEqual([expected]);
  }
});
