import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { siteDatabase } from "../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { openPeopleIndex } from "../../../../src/live/intake/people-index.ts";
import type { Records } from "../../../../src/live/records.ts";

const database = siteDatabase("medyka");
const shown = () => false;
const person = (key: string, familyName: string, fields: object = {}) =>
  ({ _id: `person:${key}`, kind: "person", familyName, ...fields }) as unknown as Document;

/** Records of these people; `change` tells whoever listens. */
const recordsOf = (people: readonly Document[]) => {
  let listener: (changed: readonly Document[]) => void = () => {};
  const records = {
    all: () => new Map(people.map((one) => [one._id, one])),
    subscribe: (told: typeof listener) => {
      listener = told;
      return () => {};
    },
  } as unknown as Records;
  return { records, change: (...changed: Document[]) => listener(changed) };
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
