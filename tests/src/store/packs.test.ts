import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Document } from "../../../src/domain/model/document.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { openStore, type Store } from "../../../src/store/open-store.ts";
import type { Received } from "../../../src/store/receiver.ts";
import { type SealedStorage, sealedStorage } from "../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../src/store/strict-storage.ts";
import { aPerson, site } from "../../support/fleet/people.ts";
import { changeBoxes, onDisk } from "../../support/storage/on-disk.ts";
import { plainCipher } from "../../support/storage/plain-cipher.ts";

const name = "prystan-packs";
const author = () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
let storage: SealedStorage;
let store: Store;
/** Happens once, as soon as something is sealed. */
let meanwhile: (() => Promise<void>) | undefined;
/** Sealing takes so many turns of the event loop. */
let turns = 0;
const turn = () => new Promise(setImmediate);
const cipher: typeof plainCipher = {
  ...plainCipher,
  seal: async (...given) => {
    const happens = meanwhile;
    meanwhile = undefined;
    await happens?.();
    for (let left = turns; left > 0; left -= 1) await turn();
    return plainCipher.seal(...given);
  },
};
const open = () => {
  storage = sealedStorage(strictStorage(), cipher);
  return openStore({ name, storage, author });
};
const again = async () => {
  await store.close();
  store = await open();
};

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  store = await open();
});
afterEach(async () => {
  turns = 0;
  await store.close();
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  vi.restoreAllMocks();
});

/** As another phone would have written them. */
const page = async (keys: readonly string[], place = site): Promise<readonly Received[]> => {
  const other = await openStore({
    name: `${name}-other`,
    storage: strictStorage(),
    author: () => ({ ...author(), device: "dev2" }),
  });
  await other.add(
    place,
    keys.map((key) => aPerson(key)),
  );
  const documents = [...other.rows(place).values()].map(({ document }) => document);
  await other.close();
  for (const { name: there } of await indexedDB.databases())
    if (there?.includes("-other")) indexedDB.deleteDatabase(there);
  return documents
    .filter(({ _id }) => keys.some((key) => _id === `person:${key}`))
    .map((document) => ({ document, rev: "1-a" }));
};
const keys = (count: number, prefix = "p") => Array.from({ length: count }, (_, place) => `${prefix}${place}`);
const named = (givenName: string) => (person: Document) => ok({ ...person, givenName }) as never;
const shown = () => new Map([...store.rows(site)].map(([id, { document, sent }]) => [id, [document.givenName, sent]]));

type OnDisk = { readonly id: string; readonly box: string; readonly _rev?: string };
const disk = async () => {
  const all = (await onDisk(`${name}--0--site`)) as readonly OnDisk[];
  return { rows: all.filter(({ _rev }) => _rev), packs: all.filter(({ _rev, box }) => !_rev && box) };
};

test("A page that is received is a few packs, and the same rows after the store was opened again", async () => {
  await store.receive(site, await page(keys(150)));
  const { rows, packs } = await disk();
  expect([rows.length, rows.every(({ box }) => box.startsWith("@"))]).toEqual([150, true]);
  expect(packs.length).toBeGreaterThan(1);
  expect(packs.length).toBeLessThan(10);
  const before = new Map(store.rows(site));
  await again();
  expect(new Map(store.rows(site))).toEqual(before);
  expect(store.damaged()).toBe(0);
});

test("A packed row that is changed has a box of its own; those beside it are as they were", async () => {
  await store.receive(site, await page(keys(60)));
  await store.change(site, "person:p7", named("Інша"));
  const before = shown();
  await again();
  expect(shown()).toEqual(before);
  expect(store.rows(site).get("person:p7")).toMatchObject({ sent: false, rev: "1-a", document: { givenName: "Інша" } });
});

test("A pack that does not open, and a row that is made to point into another pack, are damaged rows; the server's take their places", async () => {
  const received = await page(keys(150));
  await store.receive(site, received);
  const { rows, packs } = await disk();
  const [first, second] = packs;
  const inFirst = rows.filter(({ box }) => box === `@${first?.id}`);
  const [moved] = rows.filter(({ box }) => box === `@${second?.id}`);
  await store.close();
  await changeBoxes(name, () => ({ [first?.id ?? ""]: "noise", [moved?.id ?? ""]: `@${packs[2]?.id}` }));
  store = await open();
  expect(store.damaged()).toBe(inFirst.length + 1);
  expect(store.rows(site).size).toBe(150 - inFirst.length - 1);
  await store.receive(site, received);
  await again();
  expect([store.rows(site).size, store.damaged()]).toEqual([150, 0]);
});

test("A page of which some lie here already without the memory's knowing is stored all the same", async () => {
  const received = await page(keys(40));
  await store.receive(site, received.slice(0, 30));
  store.forget(site);
  await store.receive(site, received);
  await again();
  expect([store.rows(site).size, store.damaged()]).toEqual([40, 0]);
});

test("What an erased person was is in no pack once the store is tidied, nor what was written again in half of them", async () => {
  await store.receive(site, await page(keys(150)));
  expect(await namesIn(await disk(), "person:p0")).toBe(1);
  await erase("p0");
  const before = shown();
  await storage.tidy();
  expect(await namesIn(await disk(), "person:p0")).toBe(0);
  await again();
  expect([shown(), store.damaged()]).toEqual([before, 0]);
});

/** Packs in which a person is called by a name. */
const namesIn = async ({ packs }: Awaited<ReturnType<typeof disk>>, id: string): Promise<number> =>
  packs.filter(({ box }) =>
    (JSON.parse(box) as [string, { document: Document }][]).some(
      ([, { document }]) => document._id === id && document.givenName,
    ),
  ).length;
const erase = async (key: string): Promise<void> => {
  const { givenName: _, ...left } = documentOf(key);
  const stamps = { ...left.stamps, seen: { ...left.stamps.seen, dev2: 9 } };
  const erased = { ...left, stamps, erased: { why: "expired", at: "2026-11-25T08:00:00.000Z" } };
  await store.receive(site, [{ document: erased as unknown as Document, rev: "2-b" }]);
};
const documentOf = (key: string): Document => {
  const row = store.rows(site).get(`person:${key}`);
  if (!row) throw new Error("no such row");
  return row.document;
};
const acknowledge = async (): Promise<void> => {
  const unsent = store.unsent(site).map(({ document }) => ({ document, rev: "2-c" }));
  await store.markSent(site, unsent);
};

test("Many rows in boxes of their own are packed when there is time, and what is unsent is not", async () => {
  for (let from = 0; from < 320; from += 10) await store.receive(site, await page(keys(10, `n${from}-`)));
  await store.add(site, [aPerson("unsent")]);
  const before = shown();
  await storage.tidy();
  const { rows, packs } = await disk();
  expect(rows.filter(({ box }) => !box.startsWith("@")).map(({ id }) => id)).toEqual([
    expect.stringContaining("unsent"),
  ]);
  expect(packs.length).toBeLessThan(20);
  await again();
  expect(shown()).toEqual(before);
});

test("What is written between the look at a row and its move stays, and the next time it is packed", async () => {
  await store.receive(site, await page(keys(60)));
  for (const key of keys(40)) await store.change(site, `person:${key}`, named("Раз"));
  await acknowledge();
  await erase("p50");
  meanwhile = async () => void (await store.change(site, "person:p55", named("Під час")));
  await storage.tidy();
  expect(meanwhile).toBeUndefined();
  const before = shown();
  expect(before.get("person:p55")).toEqual(["Під час", false]);
  await again();
  expect([shown(), store.damaged()]).toEqual([before, 0]);
  await storage.tidy();
  await again();
  expect([shown(), store.damaged()]).toEqual([before, 0]);
});

test("Tidied again while it is tidied, and a page that comes meanwhile: everybody is there after the next start", async () => {
  const [all, others] = [await page(keys(600)), await page(keys(40, "q"))];
  for (let from = 0; from < 600; from += 10) await store.receive(site, all.slice(from, from + 10));
  turns = 20;
  const tidying: Promise<void>[] = [];
  for (let place = 0; place < 6; place += 1) {
    await erase(`p${place}`);
    tidying.push(storage.tidy());
    for (let left = 20 * place; left > 0; left -= 1) await turn();
  }
  await Promise.all([...tidying, store.receive(site, others)]);
  await again();
  expect([store.rows(site).size, store.damaged()]).toEqual([640, 0]);
});

test("Where a neighbour is written while a pack is packed anew, what the erased person was goes the next time, also after a start", async () => {
  await store.receive(site, await page(keys(60)));
  await erase("p0");
  meanwhile = async () => void (await store.change(site, "person:p1", named("Під час")));
  await storage.tidy();
  expect(await namesIn(await disk(), "person:p0")).toBe(1);
  await again();
  await storage.tidy();
  expect(await namesIn(await disk(), "person:p0")).toBe(0);
  expect(store.rows(site).get("person:p1")?.document.givenName).toBe("Під час");
});

test("Where there was no room for a new pack, the next tidying tries again", async () => {
  await store.receive(site, await page(keys(60)));
  await erase("p0");
  meanwhile = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  await storage.tidy();
  await storage.tidy();
  expect(await namesIn(await disk(), "person:p0")).toBe(0);
});
