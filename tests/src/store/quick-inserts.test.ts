import "fake-indexeddb/auto";
import { fillWithDefaultSettings } from "rxdb/plugins/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { openStore, type Store } from "../../../src/store/open-store.ts";
import { rowId, rowSchema } from "../../../src/store/row.ts";
import { strictStorage } from "../../../src/store/strict-storage.ts";
import { aPerson, site } from "../../support/fleet/people.ts";

const author = () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
const name = "prystan-inserts";
let store: Store;

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  store = await openStore({ name, storage: strictStorage(), author });
});
afterEach(async () => {
  await store.close();
  vi.restoreAllMocks();
});

const received = (key: string, rev = "1-a") => {
  const { id, content } = aPerson(key);
  return { document: firstVersion(person, id, content, author()), rev };
};

/** Onto the disk without the open store's knowing, as a commit of which the browser said that it had failed. */
const writeUnheard = async (key: string) => {
  const { document, rev } = received(key);
  const instance = await strictStorage().createStorageInstance({
    databaseInstanceToken: "unheard",
    databaseName: name,
    collectionName: "site",
    schema: fillWithDefaultSettings(rowSchema),
    options: {},
    multiInstance: false,
    devMode: false,
  });
  const row = { id: rowId(site, document._id), document, rev, sent: true };
  const frame = { _deleted: false, _attachments: {}, _meta: { lwt: Date.now() }, _rev: "1-unheard" };
  const { error } = await instance.bulkWrite([{ document: { ...row, ...frame } }], "unheard");
  expect(error).toEqual([]);
  await instance.close();
};

test("What is new is written without reading each of it first, and is in memory at once", async () => {
  const reads = vi.spyOn(IDBObjectStore.prototype, "get");
  await store.receive(site, [received("a"), received("b"), received("c")]);
  expect(reads).not.toHaveBeenCalled();
  expect([...store.rows(site).keys()]).toEqual(["person:a", "person:b", "person:c"]);
});

test("What the disk holds unknown to the memory stops nothing: it is merged, the others are stored", async () => {
  await writeUnheard("d");
  await store.receive(site, [received("d", "2-b"), received("e")]);
  expect(store.rows(site).get("person:d")).toMatchObject({ rev: "2-b", sent: true });
  expect(store.rows(site).has("person:e")).toBe(true);
  await store.close();
  store = await openStore({ name, storage: strictStorage(), author });
  expect(store.rows(site).get("person:d")).toMatchObject({ rev: "2-b" });
  expect(store.rows(site).has("person:e")).toBe(true);
});

test("A form that is saved twice at once is saved once", async () => {
  const [one, other] = await Promise.all([store.add(site, [aPerson("f")]), store.add(site, [aPerson("f")])]);
  expect([one.ok, other.ok]).toEqual([true, true]);
  expect(store.rows(site).get("person:f")).toMatchObject({ sent: false });
});
