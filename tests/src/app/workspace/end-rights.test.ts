import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endRights, finishEnding } from "../../../../src/app/workspace/end-rights.ts";
import type { UnlockedKeys } from "../../../../src/device/keyring/unlocked-keys.ts";
import { openDevice } from "../../../../src/device/open-device.ts";
import { type Outbox, openOutbox } from "../../../../src/device/outbox/open-outbox.ts";
import { checkpointsIn } from "../../../../src/device/private-store/checkpoints.ts";
import { openPrivateStore, type PrivateStore } from "../../../../src/device/private-store/open-private-store.ts";
import { anyDatabase } from "../../../../src/domain/exchange/sealed-write.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { openStore, type Store } from "../../../../src/store/open-store.ts";
import { sealedStorage } from "../../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../../src/store/strict-storage.ts";
import { type OutboxMirror, openOutboxMirror } from "../../../../src/sync/outbox/outbox-mirror.ts";
import { keysOnDisk } from "../../../support/fleet/convoy/keys-on-disk.ts";
import { aPerson } from "../../../support/fleet/people.ts";
import { onDisk } from "../../../support/storage/on-disk.ts";

const [ended, stays] = ["site-medyka", "site-lublin"] as const;
const storeName = "prystan-ending-2";
let outbox: Outbox;
let tab: () => UnlockedKeys;
let keys: UnlockedKeys;
let privateStore: PrivateStore;
let mirror: OutboxMirror;
let store: Store;

const open = async () => {
  mirror = openOutboxMirror(outbox, "dev1", keys);
  store = await openStore({
    name: storeName,
    storage: sealedStorage(strictStorage(), keys, mirror.copy),
    author: () => ({ by: "anna", device: "dev1", at: "2026-11-25T08:00:00.000Z" }),
  });
  mirror.follow(store);
};
const again = async () => {
  await store.close();
  await finishEnding(here());
  await open();
};
const send = async (database: string, id: string) => {
  const document = store.rows(database).get(id)?.document;
  if (document) await store.markSent(database, [{ document, rev: "1-a" }]);
};
const yes = () => true;
const rowsOnDisk = async () => (await onDisk(storeName)).filter((row) => (row as { box?: string }).box !== undefined);
const packsOnDisk = async () => (await rowsOnDisk()).filter((row) => !("_rev" in (row as object)));
const here = () => ({ keys, privateStore, storeName });

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  tab = await keysOnDisk();
  keys = tab();
  privateStore = openPrivateStore(openDevice(`device-${Math.random()}`).sealedStore, keys);
  outbox = openOutbox(`outbox-${Math.random()}`);
  await open();
  const pair = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  const key = Buffer.from(await crypto.subtle.exportKey("raw", pair.publicKey)).toString("base64");
  await mirror.sealWith({ by: "anna", device: "dev1", pass: "pass", keys: { [anyDatabase]: key } });
  await store.add(ended, [aPerson("1"), aPerson("2")]);
  await store.add(stays, [{ ...aPerson("3"), content: { site: "lublin", recordState: "quick" } }]);
  await checkpointsIn(privateStore).set(ended, "17");
});
afterEach(async () => {
  await store.close();
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  vi.restoreAllMocks();
});

test("A right that ended takes its key, its rows and where pulling stood; what the account may still read stays", async () => {
  const before = keys.entries().length;
  await endRights(here(), [ended], yes);
  store.forget(ended);
  expect(keys.entries()).toHaveLength(before - 1);
  expect(store.databases()).toEqual([stays]);
  expect(await rowsOnDisk()).toHaveLength(1);
  expect(await checkpointsIn(privateStore).get(ended)).toBeUndefined();
  await again();
  expect([store.databases(), store.damaged()]).toEqual([[stays], 0]);
});

test("What was received together, and lies in one pack, goes as well", async () => {
  const documents = [...store.rows(ended).values()].map(({ document }) => document);
  const page = Array.from({ length: 30 }, (_, place) => ({
    document: { ...(documents[0] as Document), _id: `person:page${place}` },
    rev: "1-a",
  }));
  await store.receive(ended, page);
  expect(await packsOnDisk()).toHaveLength(1);
  await endRights(here(), [ended], yes);
  expect([(await packsOnDisk()).length, (await rowsOnDisk()).length]).toEqual([0, 1]);
});

test("A page that was closed between the key and the rows: the next start takes the rows before anything is shown", async () => {
  vi.spyOn(indexedDB, "databases").mockRejectedValueOnce(new Error("the page was closed"));
  await expect(endRights(here(), [ended], yes)).rejects.toThrow("the page was closed");
  expect(await rowsOnDisk()).toHaveLength(3);
  await again();
  expect([store.databases(), store.damaged()]).toEqual([[stays], 0]);
  expect(await rowsOnDisk()).toHaveLength(1);
});

test("Cut off so, and the right comes back: what is written then is nobody's to take, at the next contact or start", async () => {
  vi.spyOn(indexedDB, "databases").mockRejectedValueOnce(new Error("the page was closed"));
  await expect(endRights(here(), [ended], yes)).rejects.toThrow("the page was closed");
  store.forget(ended);
  await store.add(ended, [aPerson("9")]);
  await again();
  expect([...store.rows(ended).keys()]).toEqual(["person:9"]);
});

test("Another tab's memory brings no key back that was taken, and learns of one that was made since", async () => {
  const before = keys.entries().length;
  const other = tab();
  await other.restoreEvicted();
  await endRights(here(), [ended], yes);
  await Promise.all([other.restoreEvicted(), keys.restoreEvicted()]);
  expect(tab().entries()).toHaveLength(before - 1);
  const box = await keys.seal(ended, "place", "text");
  await other.restoreEvicted();
  expect(await other.open(ended, "place", box)).toBe("text");
});

test("What was written last of all stays, with its key: it is handed in at the next contact", async () => {
  expect(await endRights(here(), [ended], () => false)).toEqual([]);
  await again();
  expect([store.rows(ended).size, store.damaged()]).toEqual([2, 0]);
  store.forget(ended);
  await mirror.written();
  mirror.forgetRows(ended);
  expect(mirror.stranded()).toHaveLength(2);
});

test("A right that comes back begins anew, with another key", async () => {
  const document = store.rows(ended).get("person:1")?.document;
  await endRights(here(), [ended], yes);
  store.forget(ended);
  if (document) await store.receive(ended, [{ document, rev: "1-a" }]);
  await again();
  expect([...store.rows(ended).keys()]).toEqual(["person:1"]);
});

test("What is unsent goes into the hands of whoever leads the place first; until it is there, nothing of it may go", async () => {
  await send(ended, "person:1");
  await mirror.written();
  const handedIn: string[][] = [];
  const isLater = async (copies: readonly string[]) => void handedIn.push([...copies]);
  const isTaken = async (copies: readonly string[]) =>
    outbox.settle((await outbox.all()).filter(({ key }) => copies.includes(key)));
  expect(await mirror.handOver(ended, isLater)).toBe(false);
  expect(handedIn.flat()).toEqual([expect.stringMatching(/^dev1 \.[\w-]{29}$/)]);
  expect(await mirror.handOver(ended, isTaken)).toBe(true);
  expect((await outbox.all()).length).toBe(1); // of the place that stays
});

test("What is written while the rest is handed in keeps everything here", async () => {
  const writesMeanwhile = async (copies: readonly string[]) => {
    await store.add(ended, [aPerson("4")]);
    await outbox.settle((await outbox.all()).filter(({ key }) => copies.includes(key)));
  };
  expect(await mirror.handOver(ended, writesMeanwhile)).toBe(false);
});

test.each([
  ["nothing was unsent, and a record is new", async () => void (await store.add(ended, [aPerson("4")]))],
  [
    "a record is changed",
    () => store.change(ended, "person:2", (person: object) => ok({ ...person, surname: "Нова" } as never)),
  ],
])(
  "Between the hand-over and the key, %s: nothing of it is taken, also where copies cannot be made",
  async (_, write) => {
    for (const id of ["person:1", "person:2"]) await send(ended, id);
    await mirror.written();
    expect(await mirror.handOver(ended, async () => {})).toBe(true);
    expect(mirror.isHandedOver(ended)).toBe(true);
    await write();
    await outbox.remove(await outbox.keys());
    await mirror.catchUp();
    expect(await endRights(here(), [ended], mirror.isHandedOver)).toEqual([]);
    await again();
    expect(store.unsent(ended)).toHaveLength(1);
  },
);

test("What has no copy cannot be handed in: it stays", async () => {
  await outbox.remove(await outbox.keys());
  await mirror.catchUp();
  const submit = vi.fn(async () => {});
  expect(await mirror.handOver(ended, submit)).toBe(false);
  expect(submit).not.toHaveBeenCalled();
});
