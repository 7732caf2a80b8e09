import { afterEach, beforeEach, expect, test } from "vitest";
import { openWriteQuotas, USUAL_QUOTA } from "../../../../server/couch/accounts/write-quotas.ts";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
beforeEach(async () => {
  couch = await startCouch({ quota: { documents: 20, bytes: 20_000 } });
  await couch.send("PUT", "/a");
  for (const name of ["anna", "ben"]) {
    const account = { name, type: "user", roles: [], password: "right" };
    await couch.send("PUT", `/_users/org.couchdb.user:${name}`, { body: account });
  }
  await couch.send("PUT", "/a/_security", { body: { members: { names: ["anna", "ben"] } } });
});
afterEach(() => couch.close());

const someDocs = (count: number, text = "") => Array.from({ length: count }, () => ({ text }));
const send = (docs: object[], as = "anna:right") => couch.send("POST", "/a/_bulk_docs", { body: { docs }, as });

test("An account writes so many documents a minute, by whichever way, and is told when to come again", async () => {
  expect((await send(someDocs(18))).status).toBe(201);
  expect((await couch.send("PUT", "/a/x", { body: {}, as: "anna:right" })).status).toBe(201);
  expect((await couch.send("PUT", "/a/_local/x", { body: {}, as: "anna:right" })).status).toBe(201);
  const before = (await couch.send("GET", "/a")).body.doc_count;
  for (const [method, path] of [
    ["PUT", "/a/y"],
    ["POST", "/a"],
    ["PUT", "/a/_local/y"],
    ["PUT", "/a/z?new_edits=true&batch=ok"],
  ] as const) {
    const refused = await couch.send(method, path, { body: {}, as: "anna:right" });
    expect([path, refused.status, refused.body.error]).toEqual([path, 429, "too_many_requests"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  }
  expect((await couch.send("GET", "/a")).body.doc_count).toBe(before);
  expect((await send(someDocs(18), "ben:right")).status).toBe(201);
  expect((await send(someDocs(100), "admin:admin")).status).toBe(201);
});

test("And so many bytes", async () => {
  expect((await send(someDocs(3, "x".repeat(5_000)))).status).toBe(201);
  expect((await send(someDocs(2, "x".repeat(5_000)))).status).toBe(429);
  expect((await send(someDocs(1, "x".repeat(3_000)))).status).toBe(201);
});

test("A shelter brings five thousand records after days, twice within a minute; the next minute is a new one", () => {
  let now = 0;
  const quotas = openWriteQuotas(USUAL_QUOTA, () => now);
  const anna = { name: "anna", roles: [] };
  const batch = someDocs(100, "x".repeat(1_500));
  for (let sent = 0; sent < 10_000; sent += 100) quotas.take(anna, batch);
  expect(() => {
    for (let sent = 0; sent < 10_000; sent += 100) quotas.take(anna, batch);
  }).toThrow("Too much at once.");
  now = 60_000;
  quotas.take(anna, batch);
});
