import { expect, test } from "vitest";
import type { CouchClient } from "../../../../server/couch-client.ts";
import { openBucketDigests } from "../../../../server/web/digests/bucket-digests.ts";
import { couchOf } from "../../../support/fleet/compared-sides.ts";

/** A store of some documents whose sequence a test moves; `pages` counts what was read of it. */
const aStore = (count: number) => {
  const revisions = new Map(
    Array.from({ length: count }, (_, place) => [`person:${place}`, `1-${place.toString(16)}`]),
  );
  const store = { seq: 1, pages: 0, fails: false, now: 0 };
  const couch = couchOf(revisions, () => String(store.seq));
  const get = async (path: string) => {
    store.pages += 1;
    if (store.fails) return { status: 500, body: {} };
    return couch.get<object>(path);
  };
  const digests = openBucketDigests(
    () => ({ ...couch, get }) as CouchClient,
    () => store.now,
  );
  return { store, digests };
};

test.each([
  [0, 1],
  [16, 1],
  [17, 2],
  [500, 32],
  [4_000, 256],
  [60_000, 256],
])("%s documents lie in %s buckets, page by page", async (count, buckets) => {
  const { store, digests } = aStore(count);
  expect((await digests.at("a", "1")).digests).toHaveLength(buckets);
  expect(store.pages).toBe(Math.max(1, Math.ceil(count / 999.01)));
});

test("A database is gone through once in five minutes for as long as it stands where it stood", async () => {
  const { store, digests } = aStore(100);
  const { digests: first } = await digests.at("a", "1");
  for (let time = 0; time < 10; time += 1) expect((await digests.at("a", "1")).digests).toBe(first);
  expect(store.pages).toBe(1);
  store.seq = 2;
  await digests.at("a", "2");
  expect(store.pages).toBe(2);
  await digests.at("b", "2");
  expect(store.pages).toBe(3);
  store.now = 5 * 60_000;
  await digests.at("b", "2");
  expect(store.pages).toBe(4);
});

test("Whoever asks at once shares one walk; whoever asks after it began gets one that began later", async () => {
  const { store, digests } = aStore(100);
  const asked = Array.from({ length: 50 }, () => digests.at("a", "1"));
  await Promise.all(asked);
  expect(store.pages).toBe(1);
  store.seq = 2;
  const before = digests.at("a", "2");
  await Promise.resolve();
  await Promise.resolve();
  expect(store.pages).toBe(2);
  store.seq = 3;
  const after = [digests.at("a", "3"), digests.at("a", "3")];
  expect((await before).seq).toBe("2");
  for (const later of await Promise.all(after)) expect(later.seq).toBe("3");
  expect(store.pages).toBe(3);
});

test("A walk that fails is told to who waited for it, and the next one is made", async () => {
  const { store, digests } = aStore(100);
  store.fails = true;
  await expect(digests.at("a", "1")).rejects.toThrow("500");
  store.fails = false;
  expect((await digests.at("a", "1")).digests).toHaveLength(8);
});

test("Of so many databases only the last ones are kept", async () => {
  const { store, digests } = aStore(1);
  for (let place = 0; place <= 256; place += 1) await digests.at(`d${place}`, "1");
  expect(store.pages).toBe(257);
  await digests.at("d256", "1");
  expect(store.pages).toBe(257);
  await digests.at("d0", "1");
  expect(store.pages).toBe(258);
});
