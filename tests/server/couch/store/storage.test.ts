import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openCouch } from "../../../../server/couch/open-couch.ts";
import { openCommitQueue } from "../../../../server/couch/store/commit-queue.ts";
import { openStore } from "../../../../server/couch/store/open-store.ts";
import { openSqlite } from "../../../../server/couch/store/sqlite.ts";
import { startCouch } from "../support/start-couch.ts";

const hashing = vi.hoisted(() => ({ count: 0 }));
vi.mock("../../../../server/couch/accounts/passwords.ts", async (original) => {
  const real = await original<typeof import("../../../../server/couch/accounts/passwords.ts")>();
  return {
    ...real,
    hashPassword: (...given: Parameters<typeof real.hashPassword>) => {
      if (given[0] === "a passphrase") hashing.count += 1;
      return real.hashPassword(...given);
    },
  };
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "couch-storage-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("Jobs that come in together share a transaction, and one that fails takes nobody with it", async () => {
  const sqlite = openSqlite(join(folder, "queue.sqlite"));
  sqlite.exec("CREATE TABLE t (n INTEGER PRIMARY KEY)");
  let commits = 0;
  const queue = openCommitQueue(sqlite, {
    onJobUndone: () => undefined,
    onUndone: () => undefined,
    onCommit: () => commits++,
  });
  const insert = (n: number) => () => sqlite.prepare("INSERT INTO t VALUES (?)").run(n);
  const failing = () => {
    insert(99)();
    throw new Error("no");
  };
  const results = await Promise.allSettled(
    [1, 2, 3].map((n) => queue.commit(insert(n))).concat(queue.commit(failing), queue.commit(insert(4))),
  );
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(sqlite.prepare("SELECT n FROM t").pluck().all()).toEqual([1, 2, 3, 4]);
  expect(commits).toBe(1);
  expect(sqlite.pragma("synchronous", { simple: true })).toBe(2);
  sqlite.close();
});

test("Closing commits what is queued and refuses what comes later, and nothing is thrown where nobody hears it", async () => {
  const file = join(folder, "closing.sqlite");
  const store = openStore(file);
  const database = await store.create("a");
  const insert = () => void database.sql("INSERT INTO $locals (id, rev, body) VALUES ('x', 1, '{}')").run();
  const queued = store.write(database, insert);
  store.close();
  await queued;
  await expect(store.write(database, insert)).rejects.toThrow("The server is closing.");
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const reopened = openStore(file);
  expect(reopened.find("a")?.sql("SELECT id FROM $locals").pluck().all()).toEqual(["x"]);
  reopened.close();
});

test("Writes that wait while the file is closed under them are refused like later ones (503)", async () => {
  const sqlite = openSqlite(":memory:");
  const undone = () => {
    throw new Error("nothing can be read again");
  };
  const queue = openCommitQueue(sqlite, { onJobUndone: undone, onUndone: undone, onCommit: () => {} });
  const waiting = [queue.commit(() => 1), queue.commit(() => 2)];
  sqlite.close();
  const results = await Promise.allSettled(waiting);
  for (const result of results)
    expect(result).toMatchObject({ status: "rejected", reason: { refusal: { status: 503 } } });
});

test("Closing waits for a request that is still hashing, and refuses the next one (503)", async () => {
  const failures: object[] = [];
  const couch = openCouch({
    file: join(folder, "hashing.sqlite"),
    admins: { admin: "admin" },
    secret: "a secret for tests",
    passwordIterations: 50_000,
    log: (event) => failures.push(event),
  });
  const fastify = Fastify();
  await fastify.register(couch.plugin, { prefix: "/db" });
  await fastify.ready();
  const headers = { authorization: `Basic ${Buffer.from("admin:admin").toString("base64")}` };
  const put = (name: string) =>
    fastify.inject({
      method: "PUT",
      url: `/db/_users/org.couchdb.user:${name}`,
      headers,
      payload: JSON.stringify({ type: "user", name, roles: [], password: "a passphrase" }),
    });
  const first = put("anna");
  await expect.poll(() => hashing.count).toBe(1);
  const closed = couch.close();
  expect((await put("ben")).statusCode).toBe(503);
  expect((await first).statusCode).toBe(201);
  await closed;
  await fastify.close();
  expect(failures).toEqual([]);
});

test("Everything is there after a restart: documents, conflicts, settings, attachments, sequences, sessions", async () => {
  const file = join(folder, "restart.sqlite");
  const first = await startCouch({ file });
  await first.send("PUT", "/a");
  await first.send("PUT", "/a/_security", { body: { admins: {}, members: { roles: ["lead"] } } });
  await first.send("PUT", "/a/_revs_limit", { body: "17" });
  await first.send("PUT", "/a/doc", {
    body: { v: 1, _attachments: { "a.txt": { content_type: "text/plain", data: "aGk=" } } },
  });
  const replica = { _id: "doc", _rev: "1-ffffffffffffffffffffffffffffffff", v: 2 };
  await first.send("POST", "/a/_bulk_docs", { body: { new_edits: false, docs: [replica] } });
  await first.send("PUT", "/a/_local/checkpoint", { body: { seq: 5 } });
  const paths = [
    "/",
    "/a",
    "/a/_security",
    "/a/_revs_limit",
    "/a/doc?conflicts=true",
    "/a/doc?open_revs=all",
    "/a/_local/checkpoint",
    "/a/_changes?include_docs=true",
    "/_all_dbs",
  ];
  const seen = await Promise.all(paths.map((path) => first.send("GET", path)));
  const cookie =
    (await first.send("POST", "/_session", { body: { name: "admin", password: "admin" } })).headers.get("set-cookie") ??
    "";
  await first.close();

  const second = await startCouch({ file });
  const again = await Promise.all(paths.map((path) => second.send("GET", path)));
  expect(again.map(({ text }) => text)).toEqual(seen.map(({ text }) => text));
  expect((await second.send("GET", "/_session", { as: "", headers: { cookie } })).body.userCtx.name).toBe("admin");
  expect((await second.send("PUT", "/a/more", { body: {} })).status).toBe(201);
  await second.close();
});

test("Compaction forgets old bodies and unused attachments, and nothing else", async () => {
  const couch = await startCouch();
  await couch.send("PUT", "/a");
  const { rev: first } = (
    await couch.send("PUT", "/a/doc", { body: { v: 1, _attachments: { old: { data: "b2xk" } } } })
  ).body;
  const { rev: second } = (
    await couch.send("PUT", "/a/doc", { body: { _rev: first, v: 2, _attachments: { new: { data: "bmV3" } } } })
  ).body;
  await couch.send("POST", "/a/_bulk_docs", {
    body: { new_edits: false, docs: [{ _id: "doc", _rev: "1-0", v: "loser" }] },
  });
  const changes = (await couch.send("GET", "/a/_changes?style=all_docs")).text;
  expect((await couch.send("POST", "/a/_compact", { body: {} })).status).toBe(202);
  expect((await couch.send("GET", `/a/doc?rev=${first}`)).status).toBe(404);
  expect((await couch.send("GET", "/a/doc?rev=1-0")).body.v).toBe("loser");
  expect((await couch.send("GET", "/a/doc/new")).text).toBe("new");
  expect((await couch.send("GET", `/a/doc?revs_info=true`)).body._revs_info).toEqual([
    { rev: second, status: "available" },
    { rev: first, status: "missing" },
  ]);
  expect((await couch.send("GET", "/a/_changes?style=all_docs")).text).toBe(changes);
  await couch.close();
});

test("Old bodies do not pile up without end", async () => {
  const couch = await startCouch();
  await couch.send("PUT", "/a");
  let rev: string | undefined;
  const revs: string[] = [];
  for (let i = 0; i < 1100; i++) {
    ({ rev } = (await couch.send("PUT", "/a/doc", { body: { _rev: rev, i } })).body);
    revs.push(rev ?? "");
  }
  await expect.poll(async () => (await couch.send("GET", `/a/doc?rev=${revs[50]}`)).status).toBe(404);
  expect((await couch.send("GET", "/a/doc")).body.i).toBe(1099);
  expect((await couch.send("GET", "/a/doc?revs=true")).body._revisions.ids).toHaveLength(1000);
  await couch.close();
});

test("A long _all_docs comes in pieces and is whole", async () => {
  const couch = await startCouch();
  await couch.send("PUT", "/a");
  const docs = Array.from({ length: 2300 }, (_, i) => ({
    _id: `d${String(i).padStart(4, "0")}`,
    ...(i % 10 === 0 ? { _deleted: true } : {}),
  }));
  await couch.send("POST", "/a/_bulk_docs", { body: { docs } });
  const ids = docs.filter(({ _deleted }) => !_deleted).map(({ _id }) => _id);
  const up = (await couch.send("GET", "/a/_all_docs?include_docs=true")).body;
  expect(up.rows.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect([up.total_rows, up.offset]).toEqual([ids.length, 0]);
  const down = (await couch.send("GET", '/a/_all_docs?descending=true&skip=3&limit=1500&startkey="d2000"')).body;
  const wanted = ids
    .filter((id) => id <= "d2000")
    .reverse()
    .slice(3, 1503);
  expect(down.rows.map(({ id }: { id: string }) => id)).toEqual(wanted);
  expect(down.offset).toBe(ids.filter((id) => id > "d2000").length + 3);
  await couch.close();
});
