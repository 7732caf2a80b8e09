import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

/** Where `steps` is set, a call of the interpreter may ask so often whether it has computed too long; then it has. */
const limit = vi.hoisted(() => ({ steps: 0, exceeded: 0 }));
vi.mock("../../../../server/couch/validation/time-limit.ts", async (original) => {
  const real = await original<typeof import("../../../../server/couch/validation/time-limit.ts")>();
  return {
    timeLimit: (milliseconds: number) => {
      if (limit.steps === 0) return real.timeLimit(milliseconds);
      let left = limit.steps;
      return () => {
        left -= 1;
        if (left === 0) limit.exceeded += 1;
        return left <= 0;
      };
    },
  };
});

let couch: TestCouch;
let count = 0;
beforeAll(async () => {
  couch = await startCouch();
});
afterEach(() => {
  limit.steps = 0;
  vi.restoreAllMocks();
});
afterAll(() => couch.close());

/** A database with the given validation functions, each in a design document of its own. */
const databaseWith = async (...functions: string[]): Promise<string> => {
  const db = `v${count++}`;
  await couch.send("PUT", `/${db}`);
  for (const [i, source] of functions.entries()) {
    const { status, text } = await couch.send("PUT", `/${db}/_design/d${i}`, { body: { validate_doc_update: source } });
    expect([status, text]).toEqual([201, expect.any(String)]);
  }
  return db;
};

const write = async (db: string, docs: object[]) =>
  (await couch.send("POST", `/${db}/_bulk_docs`, { body: { docs } })).body.map(
    (row: { error?: string; reason?: string }) => (row.error ? `${row.error}: ${row.reason}` : "ok"),
  );

test.each([
  ["a function expression", "function (newDoc) { if (newDoc.bad) throw({forbidden: 'bad'}); }"],
  ["a named function", "function validate(newDoc) { if (newDoc.bad) throw({forbidden: 'bad'}); }"],
  ["an arrow function", "(newDoc) => { if (newDoc.bad) throw({forbidden: 'bad'}); }"],
  [
    "an expression that evaluates to a function",
    "(function(){ var word = 'bad'; return function(newDoc, oldDoc, userCtx, secObj){ if (newDoc[word]) throw({forbidden: word}); }; })();",
  ],
  ["comments around it", "// rules\n function (newDoc) { if (newDoc.bad) throw({forbidden: 'bad'}); } // end"],
])("Runs %s", async (_, source) => {
  const db = await databaseWith(source);
  expect(await write(db, [{ _id: "a" }, { _id: "b", bad: 1 }, { _id: "c" }])).toEqual(["ok", "forbidden: bad", "ok"]);
});

test("Whatever is thrown refuses the document and only that", async () => {
  const db = await databaseWith(
    "function (doc) { if (doc.t === 1) throw 'text'; if (doc.t === 2) throw {teapot: 'short'}; if (doc.t === 3) undefined.x; if (doc.t === 4) throw {unauthorized: 'who'}; if (doc.t === 5) throw null; if (doc.t === 6) throw {forbidden: {a: 1}}; }",
  );
  const rows = await write(
    db,
    [0, 1, 2, 3, 4, 5, 6].map((t) => ({ _id: `d${t}`, t })),
  );
  expect(rows.map((row: string) => row.split(":")[0])).toEqual([
    "ok",
    "unknown_error",
    "unknown_error",
    "TypeError",
    "unauthorized",
    "unknown_error",
    "forbidden",
  ]);
  expect((await couch.send("PUT", `/${db}/one`, { body: { t: 3 } })).status).toBe(403);
});

test("All functions must agree, and none sees what another one did to its arguments", async () => {
  const spoil =
    "function (newDoc, oldDoc, userCtx, secObj) { newDoc.spoiled = true; userCtx.roles.push('boss'); secObj.members = 'gone'; JSON.parse = null; Array.isArray = null; globalThis.leak = 1; }";
  const look =
    "function (newDoc, oldDoc, userCtx, secObj) { if (newDoc.spoiled || userCtx.roles.length > 1 || secObj.members === 'gone' || typeof leak !== 'undefined') throw({forbidden: 'spoiled'}); }";
  const db = await databaseWith(spoil, look, spoil);
  expect(await write(db, [{ _id: "a" }, { _id: "b" }])).toEqual(["ok", "ok"]);
});

test("The function is out of reach of anything outside", async () => {
  const db = await databaseWith(
    "function () { throw({forbidden: [typeof process, typeof require, typeof fetch, typeof std, typeof os, typeof setTimeout, typeof console].join()}); }",
  );
  expect(await write(db, [{ _id: "a" }])).toEqual([
    "forbidden: undefined,undefined,undefined,undefined,undefined,undefined,undefined",
  ]);
});

test("An endless loop refuses its document, and after four the rest of a batch unseen; the others are judged", async () => {
  const db = await databaseWith("function (doc) { while (doc.loop) {} if (doc.bad) throw({forbidden: 'bad'}); }");
  limit.steps = 100;
  expect(await write(db, [{ _id: "a" }, { _id: "b", loop: true }, { _id: "c", bad: 1 }, { _id: "d" }])).toEqual([
    "ok",
    expect.stringContaining("timeout"),
    "forbidden: bad",
    "ok",
  ]);
  expect(limit.exceeded).toBe(1);
  const many = Array.from({ length: 50 }, (_, i) => ({ _id: `many${i}`, loop: true }));
  limit.exceeded = 0;
  expect(new Set(await write(db, many))).toEqual(new Set([expect.stringContaining("timeout")]));
  expect(limit.exceeded).toBe(4);
  expect(await write(db, [{ _id: "after" }])).toEqual(["ok"]);
});

test("Where time passes without work, on a busy machine or one that was stopped, nothing is refused for it", async () => {
  let now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => {
    now += 10_000;
    return now;
  });
  const work = "for (var i = 0; i < 50000; i++);";
  const db = await databaseWith(`(function () { ${work} return function (doc) { ${work} }; })()`);
  expect(await write(db, [{ _id: "a" }, { _id: "b" }])).toEqual(["ok", "ok"]);
});

test("A function that eats memory or the stack refuses its document and leaves the next one alone", async () => {
  const db = await databaseWith(
    "function (doc) { if (doc.eat) { var all = []; for (;;) all.push(new Array(10000).join('x')); } if (doc.dive) (function down() { down(); })(); }",
  );
  const rows = await write(db, [{ _id: "a", eat: 1 }, { _id: "b", dive: 1 }, { _id: "c" }]);
  expect(rows[0]).not.toBe("ok");
  expect(rows[1]).not.toBe("ok");
  expect(await write(db, [{ _id: "d" }])).toEqual(["ok"]);
});

test("A function that does not compile is refused, a new one counts at once", async () => {
  const db = await databaseWith("function (doc) { throw({forbidden: 'first'}); }");
  const { _rev } = (await couch.send("GET", `/${db}/_design/d0`)).body;
  const bad = await couch.send("PUT", `/${db}/_design/d0`, { body: { _rev, validate_doc_update: "function (" } });
  expect([bad.status, bad.body.error]).toEqual([400, "compilation_error"]);
  expect(await write(db, [{ _id: "a" }])).toEqual(["forbidden: first"]);
  await couch.send("PUT", `/${db}/_design/d0`, {
    body: { _rev, validate_doc_update: "function (doc) { if (!doc.n) throw({forbidden: 'second'}); }" },
  });
  expect(await write(db, [{ _id: "a" }, { _id: "b", n: 1 }])).toEqual(["forbidden: second", "ok"]);
  const now = (await couch.send("GET", `/${db}/_design/d0`)).body;
  await couch.send("DELETE", `/${db}/_design/d0?rev=${now._rev}`);
  expect(await write(db, [{ _id: "c" }])).toEqual(["ok"]);
});

test("Functions see the version they replace, also of replicated revisions", async () => {
  const db = await databaseWith(
    "function (newDoc, oldDoc) { if (oldDoc && oldDoc.closed) throw({forbidden: 'closed as ' + oldDoc._rev.slice(0, 2)}); }",
  );
  await write(db, [{ _id: "a", closed: true }]);
  const { _rev } = (await couch.send("GET", `/${db}/a`)).body;
  const parent = _rev.slice(2);
  expect(await write(db, [{ _id: "a", _rev, closed: false }])).toEqual(["forbidden: closed as 1-"]);
  const replica = { _id: "a", _revisions: { start: 3, ids: ["c".repeat(32), "b".repeat(32), parent] } };
  const answer = await couch.send("POST", `/${db}/_bulk_docs`, { body: { new_edits: false, docs: [replica] } });
  expect(answer.body).toEqual([{ id: "a", rev: `3-${"c".repeat(32)}`, error: "forbidden", reason: "closed as 1-" }]);
});
