import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeOverOlder } from "../../../../src/app/workspace/take-over-older.ts";
import { open as openBox, seal as sealBox, wrap } from "../../../../src/device/keyring/aes-gcm.ts";
import { type Holder, ownUses } from "../../../../src/device/keyring/holder.ts";
import { isInClear } from "../../../../src/device/keyring/names-on-disk.ts";
import { type UnlockedKeys, unlockedKeysOf } from "../../../../src/device/keyring/unlocked-keys.ts";
import { openDevice } from "../../../../src/device/open-device.ts";
import { hideNames } from "../../../../src/device/private-store/hide-names.ts";
import { openPrivateStore } from "../../../../src/device/private-store/open-private-store.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { openStore, type Store } from "../../../../src/store/open-store.ts";
import { sealedStorage } from "../../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../../src/store/strict-storage.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { changeBoxes, everythingOnDisk } from "../../../support/storage/on-disk.ts";

const author = () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
const uses = ["encrypt", "decrypt"] as const;
let own: CryptoKey;
let olderKey: CryptoKey;
let deviceKey: CryptoKey;
let disk: Holder["keys"];
let store: Store;

const rename = (id: string, surname: string) => (opened: Store) =>
  opened.change(site, id, (person: object) => ok({ ...person, surname } as never));

/** As the app of before kept rows: under their ids, by a key called by the database. */
const olderCipher = {
  nameOf: async (_: string, id: string) => id,
  seal: (database: string, place: string, text: string) => sealBox(olderKey, `text h ${database} ${place}`, text),
  openNamed: (id: string, box: string) => openBox(olderKey, `text h ${id.split("/")[0]} ${id}`, box),
};
const openOlder = () => openStore({ name: "prystan-h", storage: sealedStorage(strictStorage(), olderCipher), author });
const unlock = (): UnlockedKeys =>
  unlockedKeysOf(
    { id: "h", keys: disk } as Holder,
    own,
    async (_, made) => {
      disk = { ...made, ...disk };
      return disk;
    },
    async (_, entries) => {
      disk = Object.fromEntries(Object.entries(disk).filter(([entry]) => !entries.includes(entry)));
    },
  );
const openNewer = async (keys = unlock()) => {
  store = await openStore({ name: "prystan-h-2", storage: sealedStorage(strictStorage(), keys), author });
  return { keys, takeOver: () => takeOverOlder("prystan-h", store, keys) };
};
const surnames = () =>
  [...store.rows(site).values()].map(({ document, sent }) => [document._id, document.surname, sent]);

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  own = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [...ownUses]);
  const aKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...uses]);
  [olderKey, deviceKey] = [await aKey(), await aKey()];
  disk = { [site]: await wrap(own, `key h ${site}`, olderKey), device: await wrap(own, "key h device", deviceKey) };
  const older = await openOlder();
  await older.add(site, [aPerson("1"), aPerson("2"), aPerson("3")]);
  const document = older.rows(site).get("person:1")?.document;
  if (document) await older.markSent(site, [{ document, rev: "1-a" }]);
  await older.close();
});
afterEach(async () => {
  await store.close();
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  vi.restoreAllMocks();
});

test("What an app of before left is taken over as it was, sent or not; then nothing of it lies there in clear", async () => {
  const { takeOver } = await openNewer();
  await takeOver();
  const taken = [...store.rows(site).values()].map(({ document, rev, sent }) => [document._id, rev, sent]);
  expect(taken).toEqual([
    ["person:1", "1-a", true],
    ["person:2", "", false],
    ["person:3", "", false],
  ]);
  expect(Object.keys(disk).filter((entry) => entry.includes("medyka"))).toEqual([]);
  expect(await everythingOnDisk("prystan-h")).not.toMatch(/person:|medyka/);
  await store.close();
  const { keys } = await openNewer();
  expect(keys.entries().some(isInClear)).toBe(false);
  expect(store.rows(site).size).toBe(3);
});

test("Cut off before the old store went, it begins again, and what was written since stays", async () => {
  const { keys } = await openNewer();
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
    throw new Error("the page was closed");
  });
  await expect(takeOverOlder("prystan-h", store, keys)).rejects.toThrow();
  vi.mocked(indexedDB.deleteDatabase).mockRestore();
  await rename("person:1", "Нова")(store);
  await store.close();
  const again = await openNewer();
  await again.takeOver();
  expect(surnames()).toEqual([
    ["person:1", "Нова", false],
    ["person:2", undefined, false],
    ["person:3", undefined, false],
  ]);
});

test("What a phone that was put back to the app of before wrote meanwhile is joined with what is here", async () => {
  const { takeOver } = await openNewer();
  await takeOver();
  await rename("person:1", "Нова")(store);
  await store.close();
  disk = { ...disk, [site]: await wrap(own, `key h ${site}`, olderKey) };
  const older = await openOlder();
  await older.bringIn(site, [{ ...(await writtenElsewhere()), _id: "person:1" }]);
  await older.add(site, [aPerson("9")]);
  await older.close();
  const again = await openNewer();
  await again.takeOver();
  expect(store.rows(site).get("person:1")?.document).toMatchObject({ surname: "Нова", givenName: "Ніна" });
  expect(store.rows(site).get("person:9")?.sent).toBe(false);
});

/** A version of somebody's that another device has written. */
const writtenElsewhere = async () => {
  const other = await openStore({
    name: "elsewhere",
    storage: strictStorage(),
    author: () => ({ ...author(), device: "dev2" }),
  });
  await other.add(site, [aPerson("1")]);
  await other.change(site, "person:1", (person: object) => ok({ ...person, givenName: "Ніна" } as never));
  const document = other.rows(site).get("person:1")?.document;
  await other.close();
  if (!document) throw new Error("nothing was written");
  return document;
};

test("A row that cannot be read is taken over as such, and its place is taken by what the server has", async () => {
  await changeBoxes("prystan-h", (boxes) => ({ ...boxes, [`${site}/person:2`]: "\u0001noise" }));
  const { takeOver } = await openNewer();
  await takeOver();
  expect(store.damaged()).toBe(1);
  await store.receive(site, [
    { document: await writtenElsewhere().then((it) => ({ ...it, _id: "person:2" })), rev: "1-b" },
  ]);
  expect(store.damaged()).toBe(0);
  expect(store.rows(site).get("person:2")).toMatchObject({ sent: true, damaged: "\u0001noise" });
});

test("Drafts and checkpoints of the app of before are found again, under names that say nothing", async () => {
  const { sealedStore } = openDevice(`device-${Math.random()}`);
  const before = async (name: string, value: unknown) =>
    sealedStore.put(`h ${name}`, await sealBox(deviceKey, `text h device ${name}`, JSON.stringify(value)));
  const draft = { id: "edit:person:01zoya", form: "person", savedAt: "2026-11-24T08:00:00.000Z", values: {} };
  await before("draft edit:person:01zoya", draft);
  await before("setting since:trip-01bus", "17");
  await before("setting account", { name: "ann" });
  const { keys } = await openNewer();
  for (let times = 0; times < 2; times += 1) await hideNames(sealedStore, keys);
  const names = [...(await sealedStore.under("h ")).keys()].join();
  expect(names).not.toMatch(/zoya|bus/);
  expect(names).toContain("setting account"); // a phone that is put back must know whose it is
  const { drafts, settings } = openPrivateStore(sealedStore, keys);
  expect(await drafts.read(draft.id)).toEqual(draft);
  expect(await drafts.all()).toEqual([draft]);
  expect([await settings.get("since:trip-01bus"), await settings.get("account")]).toEqual(["17", { name: "ann" }]);
});
