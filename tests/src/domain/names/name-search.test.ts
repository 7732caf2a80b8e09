import fc from "fast-check";
import { expect, test } from "vitest";
import { buildNameEntry, searchNames } from "../../../../src/domain/names/name-search.ts";

const people: Readonly<Record<string, readonly string[]>> = {
  olena: ["Коваленко", "Олена"],
  petro: ["Коваленко", "Петро", "Іванович"],
  olenaK: ["Kowalenko", "Helena"],
  olenaOlena: ["Олена", "Коваленко"],
  kovalchuk: ["Ковальчук", "Олена"],
  shevchenko: ["Шевченко", "Саша"],
  zelenska: ["Зеленська", "Ганна"],
  double: ["Коваль-Бойко", "Марія"],
};
const entries = new Map(Object.entries(people).map(([id, names]) => [id, buildNameEntry(names)]));
const find = (query: string, limit = 20) => searchNames(entries, query, limit).map(({ id }) => id);

test.each(["Kowalenko", "Коваленко", "KOVALENKO", "Ковалёнко", "kovalenko", "Kоваленкo"])(
  "%s finds everybody of that name",
  (query) => {
    expect(find(query).sort()).toEqual(["olena", "olenaK", "olenaOlena", "petro"]);
  },
);

test("Family and given name first, then the other way round, then with a word between", () => {
  expect(find("Коваленко Олена")).toEqual(["olena", "olenaK", "olenaOlena"]);
  expect(searchNames(entries, "Коваленко Олена", 9).map(({ score }) => score)).toEqual([10, 10, 9]);
  expect(searchNames(entries, "Іванович Коваленко", 9)).toEqual([{ id: "petro", score: 8 }]);
});

test("A short form finds the full name and the other way round", () => {
  expect(find("Олександра")).toEqual(["shevchenko"]);
  expect(find("Алексан")).toEqual(["shevchenko"]);
  expect(find("Anna")).toEqual(["zelenska"]);
});

test("A part of a double name and letters inside a name are found", () => {
  expect(find("Бойко")).toEqual(["double"]);
  expect(find("вальч")).toEqual(["kovalchuk"]);
});

test("The man's form of a family name finds the woman", () => {
  expect(find("Zelensky")).toEqual(["zelenska"]);
  expect(find("Зеленський")).toEqual(["zelenska"]);
});

test("Typing errors are forgiven only when nobody fits", () => {
  expect(find("Шевчекно")).toEqual(["shevchenko"]);
  expect(find("Коваленто").sort()).toEqual(["olena", "olenaK", "olenaOlena", "petro"]);
  expect(find("Ковальчук")).toEqual(["kovalchuk"]);
});

test("Somebody with some of the words is better than nobody", () => {
  expect(find("Шевченко Бартоломей")).toEqual(["shevchenko"]);
  expect(find("Бартоломей")).toEqual([]);
});

test("Nothing typed finds nobody; a limit is kept", () => {
  expect(find(" - ")).toEqual([]);
  expect(find("К", 2)).toHaveLength(2);
});

test("Every person is found by any beginning of a name", () => {
  const cases = Object.entries(people).flatMap(([id, names]) => names.map((name) => [id, name] as const));
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(20), ([id, name], length) => {
      expect(find(name.slice(0, 1 + (length % name.length)))).toContain(id);
    }),
  );
});

test("No query throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (query) => find(query).length <= 20));
});
