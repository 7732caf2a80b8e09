import { afterEach, beforeEach, expect, test } from "vitest";
import { type Comparison, openComparison } from "../support/open-comparison.ts";
import type { Side } from "../support/replicate-like-couchdb.ts";
import { bulk, contents, revOf, work } from "../support/replicated-work.ts";
import { ADMIN, startCouch, type TestCouch } from "../support/start-couch.ts";

/** The replicator of a CouchDB copies between a database of its own and one of the embedded store, which it reaches on a port. */
let real: Comparison;
let embedded: TestCouch;
let here: Side;
let there: Side;
beforeEach(async () => {
  real = await openComparison();
  embedded = await startCouch();
  here = { couch: embedded, name: "here" };
  there = { couch: real, name: "there" };
  for (const { couch, name } of [here, there]) await couch.send("PUT", `/${name}`);
  await real.send("PUT", "/_replicator");
});
afterEach(async () => {
  // What is left unfinished would go on by itself.
  const { body } = await real.send("GET", "/_replicator/_all_docs?startkey=%22a%22&include_docs=true");
  const docs = (body.rows as { doc: object }[]).map(({ doc }) => ({ ...doc, _deleted: true }));
  await real.send("POST", "/_replicator/_bulk_docs", { body: { docs } });
  await embedded.close();
  await real.close();
});

const soon = { interval: 100, timeout: 60_000 };

/** A database as the replicator is told of it. */
const addressOf = (side: Side): object => {
  const [couch, by] = side === here ? [embedded, ADMIN] : [real, real.admin];
  const [username, ...password] = by.split(":");
  return { url: `${couch.base}/${side.name}`, auth: { basic: { username, password: password.join(":") } } };
};

const replicate = async (source: Side, target: Side, more: object = {}) => {
  const body = { source: addressOf(source), target: addressOf(target), ...more };
  const answer = await real.send("POST", "/_replicate", { body });
  expect([answer.status, answer.body.ok, answer.text]).toEqual([200, true, expect.any(String)]);
  const [last] = answer.body.history ?? [];
  return { noChanges: answer.body.no_changes === true, ...last };
};
const isSame = async () => expect(await contents(here)).toEqual(await contents(there));

test("Several times each way with changes and deletions between: it goes on from its checkpoints and nothing is missing", async () => {
  const reached = { out: 0, back: 0 };
  const [out, back] = [[here, there] as const, [there, here] as const];
  for (const round of [1, 2, 3]) {
    await work(here, `here${round}`);
    await work(there, `there${round}`);
    for (const [way, [source, target]] of Object.entries({ out, back }) as ["out" | "back", typeof out][]) {
      const { start_last_seq, end_last_seq, doc_write_failures } = await replicate(source, target);
      const begun = Number.parseInt(start_last_seq, 10);
      expect({ way, round, begun, doc_write_failures }).toEqual({
        way,
        round,
        begun: reached[way],
        doc_write_failures: 0,
      });
      reached[way] = Number.parseInt(end_last_seq, 10);
    }
    // What came by the one way goes back by the other unread; CouchDB counts from the first replication on.
    const again = await replicate(...out);
    expect(again).toMatchObject({ docs_read: 20 * round, docs_written: 20 * round });
    reached.out = Number.parseInt(again.end_last_seq, 10);
    await isSame();
  }
  expect((await replicate(...out)).noChanges).toBe(true);
  expect((await contents(here)).get("here1-2")).toMatchObject({ deleted: true });
});

test("Both sides change and delete one record unseen of each other: the same leaves on both, also after one is deleted", async () => {
  const both = async () => {
    await replicate(here, there);
    await replicate(there, here);
    await isSame();
  };
  await bulk(here, [{ _id: "same", by: "nobody" }]);
  await both();
  for (const side of [here, there]) await bulk(side, [{ _id: "same", _rev: await revOf(side, "same"), by: side.name }]);
  await both();
  expect((await contents(here)).get("same")).toMatchObject({ leaves: [expect.any(String), expect.any(String)] });
  await bulk(there, [{ _id: "same", _rev: await revOf(there, "same"), _deleted: true }]);
  await both();
  await bulk(here, [{ _id: "same", _rev: await revOf(here, "same"), _deleted: true }]);
  await both();
  expect((await contents(there)).get("same")).toMatchObject({ deleted: true });
});

test("Continuously, both ways at once: what is written and deleted arrives, and a replication that was taken off goes on", async () => {
  const known = new Map<string, string>();
  const start = async (id: string, source: Side, target: Side) => {
    const body = { source: addressOf(source), target: addressOf(target), continuous: true };
    const { status, body: made } = await real.send("PUT", `/_replicator/${id}`, { body });
    expect(status).toBe(201);
    known.set(id, made.rev);
  };
  const takeOff = async (id: string) => {
    const { status } = await real.send(
      "DELETE",
      `/_replicator/${id}?rev=${(await real.send("GET", `/_replicator/${id}`)).body._rev}`,
    );
    expect(status).toBe(200);
    await expect
      .poll(async () => (await real.send("GET", `/_scheduler/docs/_replicator/${id}`)).status, soon)
      .toBe(404);
  };
  await start("out", here, there);
  await start("back", there, here);
  for (const round of ["first", "second"]) {
    await work(here, `here-${round}`);
    await work(there, `there-${round}`);
    await expect.poll(async () => (await contents(there)).size, soon).toBe(round === "first" ? 40 : 80);
    await expect.poll(differing, soon).toEqual([]);
  }
  for (const id of known.keys()) await takeOff(id);
  await work(here, "here-third");
  await work(there, "there-third");
  for (const [id, ...way] of [
    ["out", here, there],
    ["back", there, here],
  ] as const)
    await start(id, ...way);
  await expect.poll(async () => (await contents(there)).size, soon).toBe(120);
  await expect.poll(differing, soon).toEqual([]);
  for (const id of known.keys()) {
    const state = async () => (await real.send("GET", `/_scheduler/docs/_replicator/${id}`)).body;
    const counts = { doc_write_failures: 0 };
    await expect.poll(state, soon).toMatchObject({ state: "running", error_count: 0, info: counts });
    await takeOff(id);
  }
});

/** What is not the same on both sides. */
const differing = async (): Promise<readonly unknown[]> => {
  const [ours, theirs] = [await contents(here), await contents(there)];
  return [...ours.keys()].flatMap((id) => {
    const [one, other] = [ours.get(id), theirs.get(id)];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ id, one, other }];
  });
};

test("Thousands of records in batches, into a database that the replicator makes itself, and only those that somebody asks for", async () => {
  const docs = Array.from({ length: 3_000 }, (_, place) => ({ _id: `p${String(place).padStart(4, "0")}`, place }));
  for (const side of [here, there])
    await bulk(
      side,
      docs.map((doc) => ({ ...doc, _id: `${side.name}-${doc._id}` })),
    );
  const made = { couch: embedded, name: "made" };
  const address = { ...addressOf(here), url: `${embedded.base}/made` };
  const body = { source: addressOf(there), target: address, create_target: true };
  expect((await real.send("POST", "/_replicate", { body })).body.history[0]).toMatchObject({ docs_written: 3_000 });
  expect(await contents(made)).toEqual(await contents(there));
  const some = await replicate(here, there, { doc_ids: ["here-p0001", "here-p2999", "none"] });
  expect(some).toMatchObject({ docs_written: 2, doc_write_failures: 0 });
  const chosen = await replicate(here, there, { selector: { place: { $lt: 10 } } });
  expect(chosen).toMatchObject({ docs_written: 9, doc_write_failures: 0 });
  await replicate(here, there);
  await replicate(there, here);
  await isSame();
});

test("What the rules of the embedded store refuse is counted, and keeps nothing else from arriving", async () => {
  const refuse = "function (doc) { if (doc.place === 7) throw { forbidden: 'not seven' }; }";
  await embedded.send("PUT", "/here/_design/rules", { body: { validate_doc_update: refuse } });
  await work(there, "there");
  // Whoever administers may pass no rules either.
  expect(await replicate(there, here)).toMatchObject({ doc_write_failures: 1 });
  expect((await contents(here)).has("there-7")).toBe(false);
  expect((await contents(here)).has("there-8")).toBe(true);
});
