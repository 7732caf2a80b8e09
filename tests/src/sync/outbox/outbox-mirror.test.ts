import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outbox } from "../../../../src/device/outbox/open-outbox.ts";
import type { SealingCredentials } from "../../../../src/device/outbox/seal-write.ts";
import { anyDatabase, type SealedItem } from "../../../../src/domain/exchange/sealed-write.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { openStore, type Store } from "../../../../src/store/open-store.ts";
import type { Row } from "../../../../src/store/row.ts";
import { sealedStorage } from "../../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../../src/store/strict-storage.ts";
import { type OutboxMirror, openOutboxMirror } from "../../../../src/sync/outbox/outbox-mirror.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { plainCipher, plainName } from "../../../support/storage/plain-cipher.ts";

const author = () => ({ by: "ann", device: "dev1", at: "2026-11-25T08:00:00.000Z" });
const keyOf = (id: string) => `dev1 ${plainName(site, id)}`;

let items: Map<string, SealedItem>;
let isFull: boolean;
let outbox: Outbox;
let copies: OutboxMirror;
let store: Store;
let passport: SealingCredentials;

const open = async () => {
  copies = openOutboxMirror(outbox, "dev1", plainCipher);
  store = await openStore({
    name: "prystan-copies",
    storage: sealedStorage(strictStorage(), plainCipher, copies.copy),
    author,
  });
  copies.follow(store);
};

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  items = new Map([["dev2 site-medyka/person:9", { key: "dev2 site-medyka/person:9", box: "AAAA" }]]);
  isFull = false;
  outbox = {
    put: async (fresh) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      for (const item of fresh) items.set(item.key, item);
    },
    remove: async (keys) => {
      for (const key of keys) items.delete(key);
    },
    settle: async () => {},
    bringIn: async () => {},
    keys: async () => [...items.keys()],
    all: async () => [...items.values()],
  };
  const pair = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  const raw = Buffer.from(await crypto.subtle.exportKey("raw", pair.publicKey)).toString("base64");
  passport = { by: "ann", device: "dev1", pass: "pass", keys: { [anyDatabase]: raw } };
  await open();
});
afterEach(async () => {
  await store.close();
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  vi.restoreAllMocks();
});

const own = () => [...items.keys()].filter((key) => key.startsWith("dev1 ")).sort();

test("What is saved has its copy when it is acknowledged; a change replaces it; what the server took has none", async () => {
  await copies.sealWith(passport);
  await store.add(site, [aPerson("1"), aPerson("2")]);
  expect(own()).toEqual([keyOf("person:1"), keyOf("person:2")]);
  const first = items.get(keyOf("person:1"))?.box;
  await store.change(site, "person:1", (person: object) => ok({ ...person, surname: "Нова" } as never));
  expect(items.get(keyOf("person:1"))?.box).not.toBe(first);
  expect(JSON.stringify([...items.values()])).not.toMatch(/Нова|Оля/);
  const document = store.rows(site).get("person:1")?.document;
  if (document) await store.markSent(site, [{ document, rev: "1-a" }]);
  await copies.written();
  expect(own()).toEqual([keyOf("person:2")]);
  expect(items.has("dev2 site-medyka/person:9")).toBe(true); // another person's
});

test("What was saved before there was a key, or found no room, is copied later", async () => {
  await store.add(site, [aPerson("1")]);
  expect(own()).toEqual([]);
  await copies.sealWith(passport);
  expect(own()).toEqual([keyOf("person:1")]);
  isFull = true;
  expect((await store.add(site, [aPerson("2")])).ok).toBe(true); // the record itself is safe
  expect(own()).toEqual([keyOf("person:1")]);
  isFull = false;
  await store.close();
  await open();
  await copies.sealWith(passport);
  expect(own()).toEqual([keyOf("person:1"), keyOf("person:2")]);
});

test("A copy of what is sent already, left by a page that was closed, goes at the next start", async () => {
  await copies.sealWith(passport);
  await store.add(site, [aPerson("1"), aPerson("2")]);
  const left = new Map(items);
  const document = store.rows(site).get("person:1")?.document;
  if (document) await store.markSent(site, [{ document, rev: "1-a" }]);
  await copies.written();
  await store.close();
  for (const [key, item] of left) items.set(key, item);
  await open();
  await copies.sealWith(passport);
  expect(own()).toEqual([keyOf("person:2")]);
});

test("Also one of an older app, which did not note what it holds; where no row is here, it stays", async () => {
  await store.add(site, [aPerson("1"), aPerson("2")]);
  const document = store.rows(site).get("person:1")?.document;
  if (document) await store.markSent(site, [{ document, rev: "1-a" }]);
  await store.close();
  const olderKey = (id: string) => `dev1 ${site}/${id}`;
  for (const id of ["person:1", "person:7"]) items.set(olderKey(id), { key: olderKey(id), box: "AAAA" });
  await open();
  await copies.sealWith(passport);
  expect(own()).toEqual([keyOf("person:2"), olderKey("person:7")]);
  expect(copies.stranded()).toEqual([olderKey("person:7")]);
});

test("An outbox that could not be read or written for a moment is caught up with at the next contact", async () => {
  const { all, put } = outbox;
  await store.close();
  outbox = { ...outbox, all: async () => Promise.reject(new Error("the connection was lost")) };
  await open();
  await copies.sealWith(passport);
  expect((await store.add(site, [aPerson("1")])).ok).toBe(true);
  expect(own()).toEqual([]);
  Object.assign(outbox, { all, put });
  await copies.catchUp();
  expect(own()).toEqual([keyOf("person:1")]);
});

test("A new passport that comes while a record is on its way to the disk leaves its copy alone", async () => {
  await copies.sealWith(passport);
  await store.add(site, [aPerson("1")]);
  const [row] = store.rows(site).values();
  const onItsWay = { ...row, id: `${site}/person:5`, document: { ...row?.document, _id: "person:5" } } as Row;
  await copies.copy([onItsWay]);
  await copies.sealWith(passport);
  expect(own()).toEqual([keyOf("person:1"), keyOf("person:5")]);
});
