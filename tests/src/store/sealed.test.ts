import "fake-indexeddb/auto";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { open as openBox, seal as sealBox } from "../../../src/device/keyring/aes-gcm.ts";
import { ok } from "../../../src/domain/model/result.ts";
import type { RowCipher } from "../../../src/store/envelope.ts";
import { openStore, type Store } from "../../../src/store/open-store.ts";
import { sealedStorage } from "../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../src/store/strict-storage.ts";
import { aPerson, site } from "../../support/fleet/people.ts";
import { changeBoxes, onDisk } from "../../support/storage/on-disk.ts";

const name = "prystan-sealed";
const author = () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
let envelopes: RowCipher;
let store: Store;
const open = () => openStore({ name, storage: sealedStorage(strictStorage(), envelopes), author });
const again = async () => {
  await store.close();
  store = await open();
};

beforeAll(async () => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const placed = (database: string, place: string) => `${database} ${place}`;
  envelopes = {
    seal: (database, place, text) => sealBox(key, placed(database, place), text),
    nameOf: async (_, id) => `name of ${id.split(":")[1]}`,
    openNamed: (name, box) => openBox(key, placed(site, name), box),
  };
});
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  store = await open();
});
afterEach(async () => {
  await store.close();
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  vi.restoreAllMocks();
});

test("On the disk there is a name and a box; what a person is called is nowhere, nor their id, before and after a change", async () => {
  await store.add(site, [aPerson("1")]);
  await store.change(site, "person:1", (person: object) => ok({ ...person, surname: "Знайденко" } as never));
  const disk = JSON.stringify(await onDisk(name));
  expect(disk).toContain("name of 1");
  expect(disk).not.toMatch(/Оля|Знайденко|givenName|surname|stamps|person:|medyka/);
  await again();
  expect(store.rows(site).get("person:1")?.document).toMatchObject({ givenName: "Оля", surname: "Знайденко" });
});

test("A damaged box, or one of another row, is one damaged row; the others are there", async () => {
  await store.add(site, [aPerson("1"), aPerson("2"), aPerson("3")]);
  await store.close();
  await changeBoxes(name, (boxes) => ({
    "name of 1": `${boxes["name of 1"]?.slice(0, -1)}\u0000`,
    "name of 2": boxes["name of 3"] ?? "",
  }));
  store = await open();
  expect([...store.rows(site).keys()]).toEqual(["person:3"]);
  expect(store.damaged()).toBe(2);
});

test("1,000 bits flipped, each in another box: 1,000 damaged rows, and everybody else is there", async () => {
  const flipped = 1_000;
  await store.add(
    site,
    Array.from({ length: flipped + 50 }, (_, place) => aPerson(`x${place}`)),
  );
  await store.close();
  await changeBoxes(name, (boxes) =>
    Object.fromEntries(
      Object.entries(boxes)
        .slice(0, flipped)
        .map(([id, box]) => [id, withFlippedBit(box)]),
    ),
  );
  store = await open();
  expect(store.damaged()).toBe(flipped);
  expect(store.rows(site).size).toBe(50);
  await again();
  expect(store.damaged()).toBe(flipped);
});

const withFlippedBit = (box: string): string => {
  const at = Math.floor(Math.random() * box.length);
  const bit = 1 << Math.floor(Math.random() * 8);
  return box.slice(0, at) + String.fromCharCode(box.charCodeAt(at) ^ bit) + box.slice(at + 1);
};

test("What the server still has takes a damaged row's place, and what was typed anew does; the box is kept", async () => {
  await store.add(site, [aPerson("1"), aPerson("2")]);
  const [first] = [...store.rows(site).values()];
  await store.close();
  await changeBoxes(name, (boxes) => Object.fromEntries(Object.keys(boxes).map((id) => [id, "\u0001noise"])));
  store = await open();
  expect(store.rows(site).size).toBe(0);
  if (first) await store.receive(site, [{ document: first.document, rev: "1-a" }]);
  await store.add(site, [aPerson("2")]);
  expect(store.damaged()).toBe(0);
  await again();
  expect(store.damaged()).toBe(0);
  expect(store.rows(site).get("person:1")).toMatchObject({ sent: true, rev: "1-a", document: { givenName: "Оля" } });
  expect(store.rows(site).get("person:2")).toMatchObject({ sent: false });
});

test("Two tabs' worth of writes at once: each listener is told what was written, not what the disk holds", async () => {
  const told: string[] = [];
  store.subscribe((rows) => told.push(...rows.map(({ document }) => `${document._id} ${document.givenName}`)));
  await Promise.all(["4", "5", "6"].map((key) => store.add(site, [aPerson(key)])));
  expect(told.sort()).toEqual(["person:4 Оля", "person:5 Оля", "person:6 Оля"]);
});
