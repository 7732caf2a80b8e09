import "fake-indexeddb/auto";
import { forceCloseDatabase } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { openStore, type Store } from "../../../src/store/open-store.ts";
import { strictStorage } from "../../../src/store/strict-storage.ts";
import { aPerson, site } from "../../support/fleet/people.ts";

const author = () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
const open = () => openStore({ name: "prystan-disk", storage: strictStorage(), author });
const used = new Set<IDBDatabase>();
const durabilities: (string | undefined)[] = [];
let store: Store;

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, names, mode, options) {
    used.add(this);
    if (mode === "readwrite" && this.name.includes("site")) durabilities.push(options?.durability);
    return transaction.call(this, names, mode, options);
  });
  store = await open();
});
afterEach(async () => {
  await store.close();
  vi.restoreAllMocks();
  durabilities.length = 0;
});

/** As a browser that is short of space does it, under the open app. */
const empty = async () => {
  for (const database of used) forceCloseDatabase(database as never);
  for (const { name } of await indexedDB.databases())
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name ?? "").onsuccess = resolve;
    });
};

test("Every save waits for the disk, not only for the browser's memory", async () => {
  durabilities.length = 0;
  await store.add(site, [aPerson("1")]);
  expect(durabilities.length).toBeGreaterThan(0);
  expect(new Set(durabilities)).toEqual(new Set(["strict"]));
});

test("What was saved can be read at once, and is there when the app is opened again", async () => {
  await store.add(site, [aPerson("2")]);
  expect(store.rows(site).has("person:2")).toBe(true);
  await store.close();
  store = await open();
  expect(store.rows(site).get("person:2")).toMatchObject({ sent: false, document: { givenName: "Оля" } });
});

test("The browser drops the connection of a page in the background: the next save opens it again", async () => {
  await store.add(site, [aPerson("3")]);
  for (const database of used) forceCloseDatabase(database as never);
  await new Promise((resolve) => setImmediate(resolve));
  const saved = await store.add(site, [aPerson("4")]);
  expect(saved.ok).toBe(true);
  await store.close();
  store = await open();
  expect(store.rows(site).has("person:4")).toBe(true);
});

test("The browser empties the storage under the open app: what is changed next is written whole, and nothing is refused", async () => {
  await store.add(site, [aPerson("5"), aPerson("6")]);
  await empty();
  const changed = await store.change(site, "person:5", (before: Document) => ok({ ...before, givenName: "Ольга" }));
  expect(changed.ok).toBe(true);
  const document = store.rows(site).get("person:6")?.document as Document;
  await store.markSent(site, [{ document, rev: "1-a" }]);
  await store.close();
  store = await open();
  expect(store.rows(site).get("person:5")).toMatchObject({ sent: false, document: { givenName: "Ольга" } });
  expect(store.rows(site).get("person:6")).toMatchObject({ sent: true, rev: "1-a" });
});

test("Emptied and then closed: what was not sent is put back, also what is being changed just then", async () => {
  await store.add(site, [aPerson("7"), aPerson("8"), aPerson("9")]);
  const document = store.rows(site).get("person:9")?.document as Document;
  await store.markSent(site, [{ document, rev: "1-a" }]);
  await empty();
  const rename = (before: Document) => ok({ ...before, givenName: "Ольга" });
  await Promise.all([store.restoreEvicted(), store.change(site, "person:7", rename), store.restoreEvicted()]);
  expect(store.rows(site).get("person:7")).toMatchObject({ document: { givenName: "Ольга" } });
  await store.close();
  store = await open();
  expect(store.rows(site).get("person:7")).toMatchObject({ sent: false, document: { givenName: "Ольга" } });
  expect(store.rows(site).get("person:8")).toMatchObject({ sent: false, document: { givenName: "Оля" } });
  expect(store.rows(site).has("person:9")).toBe(false); // the server has it
});

test("What is received page by page, new or known, is not to be sent", async () => {
  const received = Array.from({ length: 1_000 }, (_, place) => {
    const { id, content } = aPerson(`bulk${place}`);
    return { document: firstVersion(person, id, content, author()), rev: "1-a" };
  });
  await store.receive(site, received.slice(0, 500));
  await store.receive(site, received.slice(500));
  const again = received.map((one) => ({ ...one, rev: "2-b" }));
  await store.receive(site, again);
  expect(store.rows(site).get("person:bulk999")).toMatchObject({ rev: "2-b" });
  expect(store.unsent(site).filter(({ id }) => id.includes("bulk"))).toEqual([]);
});
