import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { replicate, replicateContinuously, type Side } from "../support/replicate-like-couchdb.ts";
import { bulk, contents, revOf, work } from "../support/replicated-work.ts";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let started: TestCouch[];
let here: Side;
let there: Side;
beforeEach(async () => {
  const [one, other] = [await startCouch(), await startCouch()];
  started = [one, other];
  [here, there] = [
    { couch: one, name: "here" },
    { couch: other, name: "there" },
  ];
  for (const { couch, name } of [here, there]) await couch.send("PUT", `/${name}`);
});
afterEach(async () => {
  for (const couch of started) await couch.close();
});

test("One replication, several times each way with changes between: each goes on from its checkpoint and nothing is missing", async () => {
  let before = { out: "0", back: "0" };
  for (const round of [1, 2, 3]) {
    await work(here, `here${round}`);
    await work(there, `there${round}`);
    const out = await replicate(here, there, "out", `session-out-${round}`);
    const back = await replicate(there, here, "back", `session-back-${round}`);
    expect(out).toMatchObject({ since: before.out, read: 20, written: 20 });
    expect(back).toMatchObject({ since: before.back, read: 20, written: 20 });
    const known = (side: Side, id: string) => side.couch.send("GET", `/${side.name}/_local/${id}`);
    before = {
      out: (await known(here, "out")).body.source_last_seq,
      back: (await known(there, "back")).body.source_last_seq,
    };
    expect((await known(there, "out")).body.source_last_seq).toBe(before.out);
    // What came by the one way goes back by the other unread.
    await replicate(here, there, "out", `session-out-${round}-again`);
    before = { ...before, out: (await known(here, "out")).body.source_last_seq };
    expect(await contents(here)).toEqual(await contents(there));
  }
  expect((await contents(here)).get("here1-2")).toMatchObject({ deleted: true });
});

test("Both sides change and delete one record unseen of each other: the same leaves on both, and again after one is deleted", async () => {
  await bulk(here, [{ _id: "same", by: "nobody" }]);
  await replicate(here, there, "out", "one");
  for (const side of [here, there]) await bulk(side, [{ _id: "same", _rev: await revOf(side, "same"), by: side.name }]);
  const both = async (session: string) => {
    await replicate(here, there, "out", `out ${session}`);
    await replicate(there, here, "back", `back ${session}`);
    expect(await contents(here)).toEqual(await contents(there));
  };
  await both("two");
  expect((await contents(here)).get("same")).toMatchObject({ leaves: [expect.any(String), expect.any(String)] });
  await bulk(there, [{ _id: "same", _rev: await revOf(there, "same"), _deleted: true }]);
  await both("three");
  await bulk(here, [{ _id: "same", _rev: await revOf(here, "same"), _deleted: true }]);
  await both("four");
  expect((await contents(there)).get("same")).toMatchObject({ deleted: true });
});

test("A continuous replication follows what is written and deleted, keeps its place with each batch, and goes on there", async () => {
  const arrived = () =>
    vi.waitFor(async () => expect(await contents(there)).toEqual(await contents(here)), { timeout: 60_000 });
  await work(here, "first");
  const one = await replicateContinuously(here, there, "live", "one");
  await arrived();
  await work(here, "second");
  await arrived();
  expect((await one.stop()).read).toBeGreaterThanOrEqual(40);
  await work(here, "third");
  const two = await replicateContinuously(here, there, "live", "two");
  await arrived();
  const { since, read } = await two.stop();
  expect(since).not.toBe("0");
  expect(read).toBe(20);
  const { body } = await there.couch.send("GET", `/${there.name}/_local/live`);
  expect(Number(body._rev.slice(2))).toBeGreaterThan(2);
});

test("A checkpoint that is written with its revision and its history is taken as CouchDB takes it", async () => {
  const put = (body: object) => here.couch.send("PUT", "/here/_local/x", { body });
  expect((await put({ a: 1 })).body).toEqual({ ok: true, id: "_local/x", rev: "0-1" });
  for (const rev of ["0-1", "0-2", "0-3"]) {
    const { status, body } = await put({
      _id: "_local/x",
      _rev: rev,
      _revisions: { start: 0, ids: [rev.slice(2)] },
      rev,
    });
    expect([status, body.rev]).toEqual([201, `0-${Number(rev.slice(2)) + 1}`]);
  }
  const stored = await here.couch.send("GET", "/here/_local/x");
  expect(stored.body).toEqual({ _id: "_local/x", _rev: "0-4", rev: "0-3" });
  const docs = [{ _id: "_local/x", _rev: "0-4", _revisions: { start: 0, ids: ["4"] } }];
  const bulkAnswer = await here.couch.send("POST", "/here/_bulk_docs", { body: { docs } });
  expect([bulkAnswer.status, bulkAnswer.body[0].rev]).toEqual([201, "0-5"]);
});

test("A document that changed twice is asked about twice: the replicator sends both under one name", async () => {
  const [one, two] = [`1-${"a".repeat(32)}`, `2-${"b".repeat(32)}`];
  const doc = { _id: "a", _revisions: { start: 1, ids: ["a".repeat(32)] } };
  await here.couch.send("POST", "/here/_bulk_docs", { body: { docs: [doc], new_edits: false } });
  const ask = (path: string, text: string) => here.couch.send("POST", `/here/${path}`, { body: text });
  const twice = `{"a":["${one}"],"b":["${one}"],"a":["${two}"]}`;
  const { status, body } = await ask("_revs_diff", twice);
  const missing = { a: { missing: [two], possible_ancestors: [one] }, b: { missing: [one] } };
  expect([status, body]).toEqual([200, missing]);
  expect((await ask("_missing_revs", `{"b":["${one}"],"b":["${two}", "${one}"]}`)).body).toEqual({
    missing_revs: { b: [one, two] },
  });
  for (const broken of ["[]", "7", '{"a":[}', '{"a":["1-a"],}', '{"a":{"x":1,"x":2}}', '{"__proto__":[]}'])
    expect([broken, (await ask("_revs_diff", broken)).status]).toEqual([broken, 400]);
});
