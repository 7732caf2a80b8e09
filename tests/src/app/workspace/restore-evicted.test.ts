import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import type { UnlockedUser } from "../../../../src/app/access/unlocked-user.ts";
import { restoreEvicted } from "../../../../src/app/workspace/restore-evicted.ts";
import { type Keyring, openKeyring } from "../../../../src/device/keyring/open-keyring.ts";
import { type Device, openDevice } from "../../../../src/device/open-device.ts";
import { openPrivateStore } from "../../../../src/device/private-store/open-private-store.ts";

// One pass over little memory: the derivation is tested elsewhere.
vi.mock("../../../../src/device/keyring/derivation-settings.ts", async (load) => {
  const real = await load<typeof import("../../../../src/device/keyring/derivation-settings.ts")>();
  return { ...real, freshDerivation: (salt: string) => ({ ...real.freshDerivation(salt), memory: 64, passes: 1 }) };
});

const passphrase = "one two three four";
const account = { name: "ann", roles: [], databases: [] };
let name = "";
let keyring: Keyring;
let device: Device;
let person: UnlockedUser;
const store = { restoreEvicted: vi.fn(async () => {}) };

beforeEach(async () => {
  name = `put-back-${Math.random()}`;
  keyring = openKeyring(async () => true, Date.now, `${name}-keyring`);
  device = openDevice(`${name}-device`);
  const { keys } = await keyring.enrol("ann", passphrase);
  person = { account, keys, privateStore: openPrivateStore(device.sealedStore, keys) } as unknown as UnlockedUser;
  await put();
  store.restoreEvicted.mockClear();
});

/** As a browser that is short of space does it, under the open page. */
const empty = async () => {
  for (const [database, tables] of [
    [`${name}-keyring`, ["holders", "destroyed"]],
    [`${name}-device`, ["settings", "shelf"]],
  ] as const) {
    const opening = indexedDB.open(database);
    await new Promise((done) => opening.addEventListener("success", done));
    const clearing = opening.result.transaction(tables, "readwrite");
    for (const table of tables) clearing.objectStore(table).clear();
    await new Promise((done) => clearing.addEventListener("complete", done));
    opening.result.close();
  }
};

/** Whose account the passphrase opens after a start, and the name of their store; nothing of it where it is not there. */
const left = async () => {
  const holder = (await keyring.last())?.holder;
  const unlocked = holder === undefined ? undefined : await keyring.unlock(holder, passphrase);
  const keys = unlocked?.ok ? unlocked.value : undefined;
  const found = keys && (await openPrivateStore(device.sealedStore, keys).settings.get<typeof account>("account"));
  return [found?.name, await device.settings.get(`deviceId:${person.keys.holder}`)];
};
const put = () => restoreEvicted({ settings: device.settings, user: person, store, device: "k7m2qx4d" });

test("What was dropped under the open page is there again: the keys, the account, the name of the store", async () => {
  expect(await left()).toEqual(["ann", "k7m2qx4d"]);
  await empty();
  expect(await left()).toEqual([undefined, undefined]);
  await put();
  expect(await left()).toEqual(["ann", "k7m2qx4d"]);
  expect(store.restoreEvicted).toHaveBeenCalledTimes(1);
});

test("Where the records cannot be put back, something is missing still, and they are tried again", async () => {
  await empty();
  store.restoreEvicted.mockRejectedValueOnce(new Error("the disk is full"));
  await expect(put()).rejects.toThrow("full");
  await put();
  expect(store.restoreEvicted).toHaveBeenCalledTimes(2);
  expect(await left()).toEqual(["ann", "k7m2qx4d"]);
  await put();
  expect(store.restoreEvicted).toHaveBeenCalledTimes(2);
});

test("Also where only the keys came back, with the key of a new database", async () => {
  await empty();
  await person.keys.seal("site-medyka", "row 1", "a name");
  expect(await left()).toEqual([undefined, undefined]);
  await put();
  expect(await left()).toEqual(["ann", "k7m2qx4d"]);
});

test("Also where the server told of the account meanwhile", async () => {
  await empty();
  await person.privateStore.settings.set("account", account);
  await put();
  expect(store.restoreEvicted).toHaveBeenCalledTimes(1);
  expect(await left()).toEqual(["ann", "k7m2qx4d"]);
});

test("Who leaves while another is putting it back waits until all of it is there", async () => {
  await empty();
  const slow = put();
  for (let turn = 0; (await keyring.last()) === undefined; turn += 1) if (turn > 1_000) throw new Error("no keys");
  await put();
  expect(await left()).toEqual(["ann", "k7m2qx4d"]);
  await slow;
});

test("What is there is left as it is: another name of the store, an account that is newer", async () => {
  await person.privateStore.settings.set("account", { ...account, name: "ann, newer" });
  await device.settings.set(`deviceId:${person.keys.holder}`, "zzzzzzzz");
  await put();
  expect(await left()).toEqual(["ann, newer", "zzzzzzzz"]);
});

test("Nothing of a person who was wiped comes back", async () => {
  await empty();
  await keyring.destroy(person.keys.holder);
  await put();
  expect(store.restoreEvicted).not.toHaveBeenCalled();
  expect((await device.sealedStore.under("")).size).toBe(0);
  expect(await left()).toEqual([undefined, undefined]);
});
