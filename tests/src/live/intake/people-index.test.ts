import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { siteDatabase } from "../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { erase } from "../../../../src/domain/model/erase.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { titleOfRef } from "../../../../src/live/attention/record-title.ts";
import { openPeopleIndex } from "../../../../src/live/intake/people-index.ts";
import { type ChangedRecord, openRecords, type Records } from "../../../../src/live/records.ts";
import { openStore } from "../../../../src/store/open-store.ts";

const database = siteDatabase("medyka");
const shown = () => false;
const person = (key: string, familyName: string, fields: object = {}) =>
  ({ _id: `person:${key}`, kind: "person", familyName, ...fields }) as unknown as Document;

/** Records of these people; `change` tells whoever listens. */
const recordsOf = (people: readonly Document[]) => {
  let listener: (changed: readonly ChangedRecord[]) => void = () => {};
  const records = {
    readOn: () => true,
    all: () => new Map(people.map((one) => [one._id, one])),
    subscribe: (told: typeof listener) => {
      listener = told;
      return () => {};
    },
  } as unknown as Records;
  return {
    records,
    change: (...changed: Document[]) => listener(changed.map((document) => ({ database, document }))),
  };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("Whoever searches before all names are read finds everybody all the same", () => {
  const many = Array.from({ length: 500 }, (_, place) => person(`${place}`, place % 50 === 0 ? "Коваленко" : "Шевчук"));
  const index = openPeopleIndex(recordsOf(many).records, [database], shown);
  expect(index.search("Kowalenko", 100)).toHaveLength(10);
  vi.runAllTimers();
  expect(index.search("Kowalenko", 100)).toHaveLength(10);
  index.close();
});

test("Who is registered, renamed or struck out is found so at once, before and after the names are read", () => {
  const { records, change } = recordsOf([person("a", "Коваленко"), person("b", "Шевчук")]);
  const index = openPeopleIndex(records, [database], shown);
  change(person("a", "Бондар"), person("c", "Коваленко"));
  expect(index.search("Коваленко", 9)).toEqual(["person:c"]);
  vi.runAllTimers();
  change(person("c", "Коваленко", { voided: "mistake" }), person("b", "Коваленко"));
  expect(index.search("Коваленко", 9)).toEqual(["person:b"]);
  index.close();
});

test("An index that is closed reads no further", () => {
  const index = openPeopleIndex(recordsOf([person("a", "Коваленко")]).records, [database], shown);
  index.close();
  expect(vi.getTimerCount()).toBe(0);
});

test("A page that nobody sees reads at once and arms no timer", () => {
  const { records, change } = recordsOf([person("a", "Коваленко")]);
  const index = openPeopleIndex(records, [database], () => true);
  change(person("b", "Коваленко"));
  expect(vi.getTimerCount()).toBe(0);
  expect(index.search("Коваленко", 9)).toHaveLength(2);
  index.close();
});

describe("Whoever works for two sites", () => {
  const by = { by: "lea", device: "lead1", at: "2026-11-25T08:00:00.000Z" };
  const server = { by: "server", device: "server", at: by.at };
  const names = { recordState: "quick", givenName: "Оля", familyName: "Зоренко" };
  const before = firstVersion(kinds.person, "person:1", { site: "alpha", ...names }, by);
  const copy = nextVersion(kinds.person.rule, before, { ...before, site: "beta" }, server);
  const gone = erase(kinds.person, before, { why: "moved", at: "2026-11-25", to: "beta" }, server);
  const databases = ["site-alpha", "site-beta"];
  const open = async (name: string) => {
    vi.useRealTimers();
    const store = await openStore({ name, storage: getRxStorageMemory(), author: () => by });
    await store.receive("site-alpha", [{ document: before, rev: "1-a" }]);
    const records = openRecords(store, databases);
    return { store, records, index: openPeopleIndex(records, databases, () => false) };
  };

  test.each([
    { order: "the copy first", arrive: ["copy", "gone"] },
    { order: "the tombstone first", arrive: ["gone", "copy"] },
  ])("finds who was moved from one to the other, $order", async ({ order, arrive }) => {
    const { store, records, index } = await open(order);
    expect(index.search("Зоренко", 9)).toEqual(["person:1"]);
    for (const one of arrive)
      if (one === "copy") await store.receive("site-beta", [{ document: copy, rev: "1-b" }]);
      else await store.receive("site-alpha", [{ document: gone, rev: "2-a" }]);
    expect(index.search("Зоренко", 9)).toEqual(["person:1"]);
    expect(index.search("Зоренко", 9, "site-beta")).toEqual(["person:1"]);
    expect(index.search("Зоренко", 9, "site-alpha")).toEqual([]);
    expect(titleOfRef(records, "site-alpha", "person:1")).toBe("Зоренко Оля");
    index.close();
    await store.close();
  });

  test("finds nobody of the other site among those of this one, and loses none of them to the limit", async () => {
    const { store, index } = await open("by site");
    const others = Array.from({ length: 5 }, (_, place) =>
      firstVersion(kinds.person, `person:b${place}`, { site: "beta", ...names }, by),
    );
    await store.receive(
      "site-beta",
      others.map((document) => ({ document, rev: "1-b" })),
    );
    expect(index.search("Зоренко", 2, "site-alpha")).toEqual(["person:1"]);
    expect(index.search("Зоренко", 9)).toHaveLength(6);
    index.close();
    await store.close();
  });
});
