import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Outbox, openOutbox } from "../../../../src/device/outbox/open-outbox.ts";
import type { SealingCredentials } from "../../../../src/device/outbox/seal-write.ts";
import { anyDatabase } from "../../../../src/domain/exchange/sealed-write.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { openStore, type Store } from "../../../../src/store/open-store.ts";
import { sealedStorage } from "../../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../../src/store/strict-storage.ts";
import { type OutboxMirror, openOutboxMirror } from "../../../../src/sync/outbox/outbox-mirror.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { changeBoxes } from "../../../support/storage/on-disk.ts";
import { plainCipher, plainName } from "../../../support/storage/plain-cipher.ts";

const name = "prystan-stranded";
const author = () => ({ by: "ann", device: "dev1", at: "2026-11-25T08:00:00.000Z" });
/** Opens what it has sealed and nothing else. */
const openSound = async (box: string) => {
  if (!box.startsWith("sound ")) throw new Error("a bit flipped");
  return box.slice(6);
};
const envelopes = {
  ...plainCipher,
  seal: async (_: string, __: string, text: string) => `sound ${text}`,
  open: (_: string, __: string, box: string) => openSound(box),
  openNamed: (_: string, box: string) => openSound(box),
};
const key = `dev1 ${plainName(site, "person:1")}`;

let outbox: Outbox;
let mirror: OutboxMirror;
let store: Store;
let passport: SealingCredentials;

const open = async () => {
  mirror = openOutboxMirror(outbox, "dev1", envelopes);
  store = await openStore({ name, storage: sealedStorage(strictStorage(), envelopes, mirror.copy), author });
  mirror.follow(store);
  await mirror.sealWith(passport);
};
const close = async () => {
  await store.close();
  await mirror.written();
};
const document = (): Document => {
  const found = store.rows(site).get("person:1")?.document;
  if (!found) throw new Error("no such row");
  return found;
};
const rename = (surname: string) =>
  store.change(site, "person:1", (person: object) => ok({ ...person, surname } as never));
const boxes = async () => new Map((await outbox.all()).map((item) => [item.key, item.box]));

/** Each leaves nothing of the row but its copy. */
const losses = {
  "its box was damaged": () =>
    changeBoxes(name, (rows) => Object.fromEntries(Object.keys(rows).map((id) => [id, "noise"]))),
  "the store was dropped": async () => {
    for (const { name: known } of await indexedDB.databases())
      if (known?.includes(name)) indexedDB.deleteDatabase(known);
  },
};
const kinds = Object.entries(losses);

/** The server has the first version; an edit of it is only here, and then only in its copy. */
const loseAnEdit = async (lose: () => Promise<void>) => {
  await store.add(site, [aPerson("1")]);
  const first = document();
  await store.markSent(site, [{ document: first, rev: "1-a" }]);
  await rename("Нова");
  const edited = document();
  await close();
  await lose();
  await open();
  expect(store.rows(site).has("person:1")).toBe(false);
  return { first, edited, box: (await boxes()).get(key) };
};

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  outbox = openOutbox(`outbox-${Math.random()}`);
  const pair = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  const raw = Buffer.from(await crypto.subtle.exportKey("raw", pair.publicKey)).toString("base64");
  passport = { by: "ann", device: "dev1", pass: "pass", keys: { [anyDatabase]: raw } };
  await open();
});
afterEach(async () => {
  await store.close();
  for (const { name: known } of await indexedDB.databases()) if (known) indexedDB.deleteDatabase(known);
  vi.restoreAllMocks();
});

test.each(kinds)("The copy stays where %s, however often the app starts, and is to be handed in", async (_, lose) => {
  const { box } = await loseAnEdit(lose);
  for (let start = 0; start < 3; start += 1) {
    expect((await boxes()).get(key)).toBe(box);
    expect(mirror.stranded()).toEqual([key]);
    await close();
    await open();
  }
});

test.each(kinds)("Where %s, an older version from the server is no reason to let the copy go", async (_, lose) => {
  const { first, box } = await loseAnEdit(lose);
  await store.receive(site, [{ document: first, rev: "1-a" }]);
  await mirror.written();
  expect((await boxes()).get(key)).toBe(box);
  expect(mirror.stranded()).toEqual([key]);
  await close();
  await open();
  expect((await boxes()).get(key)).toBe(box);
  expect(mirror.stranded()).toEqual([key]);
});

test.each(kinds)("Where %s, the copy goes once the server is seen to have what it holds", async (_, lose) => {
  const { edited } = await loseAnEdit(lose);
  await store.receive(site, [{ document: edited, rev: "2-a" }]);
  await mirror.written();
  expect(await outbox.keys()).toEqual([]);
  expect(mirror.stranded()).toEqual([]);
});

test.each(kinds)(
  "Where %s and the older version is edited, both edits have a copy until each is at the server",
  async (_, lose) => {
    const { first, box } = await loseAnEdit(lose);
    await store.receive(site, [{ document: first, rev: "1-a" }]);
    await rename("Інша"); // with the very stamp of the edit that was lost
    const both = [...(await boxes())];
    expect(both.map(([, content]) => content)).toContain(box);
    expect(both).toHaveLength(2);
    await store.markSent(site, [{ document: document(), rev: "2-b" }]);
    await mirror.written();
    expect([...(await boxes()).values()]).toEqual([box]);
    expect(await outbox.keys()).not.toContain(key); // whoever is next online hands it in
  },
);

test("What took a damaged row's place has one copy, however often the app starts", async () => {
  const { first } = await loseAnEdit(losses["its box was damaged"]);
  await outbox.remove([key]);
  await mirror.catchUp();
  await store.receive(site, [{ document: first, rev: "1-a" }]);
  await rename("Інша");
  for (let start = 0; start < 3; start += 1) {
    expect(await outbox.keys()).toEqual([key]);
    await close();
    await open();
  }
  await store.markSent(site, [{ document: document(), rev: "2-b" }]);
  await mirror.written();
  expect(await outbox.keys()).toEqual([]);
});

test("What was handed in is stranded no more; another device's copy is none of this one's", async () => {
  await loseAnEdit(losses["the store was dropped"]);
  await outbox.put([{ key: `dev10 ${site}/person:1`, box: "AAAA" }]);
  expect(mirror.stranded()).toEqual([key]);
  await outbox.settle((await outbox.all()).filter((item) => item.key === key));
  await mirror.catchUp();
  expect(mirror.stranded()).toEqual([]);
  expect(await outbox.keys()).toEqual([`dev10 ${site}/person:1`]);
});
