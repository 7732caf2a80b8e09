import { expect, test } from "vitest";
import { siteDatabase } from "../../../../src/domain/model/databases.ts";
import { alikePairsOf } from "../../../../src/live/duplicates/alike-pairs.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aSource } from "../../../support/live/a-source.ts";

const database = siteDatabase("medyka");
const on = "2026-11-24";
const birth = { precision: "day", date: "1990-05-12" };
const olena = { familyName: "Шевченко", givenName: "Олена", sex: "f", birth, groupId: "group:a" };
const again = { ...olena, familyName: "Szewczenko", groupId: "group:b" };
const party = { site: "medyka", arrivedAt: "2026-11-22T09:00:00.000Z", keepTogether: true };

const open = (...documents: readonly object[]) => {
  const source = aSource();
  for (const one of documents) source.put(database, one);
  const pairs = alikePairsOf(openRecords(source, [database]), database, on);
  const keys = () => {
    expect(pairs.readOn(Number.POSITIVE_INFINITY)).toBe(true);
    return pairs.pairs().map(({ key, verdict }) => `${verdict} ${key}`);
  };
  return { source, pairs, keys };
};

test("Each pair stands once, likeliest first; nobody of one group, and nobody whom somebody told apart", () => {
  const { source, keys } = open(
    aDocument("person", "1", olena),
    aDocument("person", "2", again),
    aDocument("person", "3", { ...olena, birth: { precision: "age", age: 36, asOf: on }, groupId: "group:c" }),
    aDocument("person", "4", { ...olena, groupId: "group:a" }),
  );
  expect(keys()).toEqual([
    "probably person:1 person:2",
    "probably person:2 person:4",
    "maybe person:1 person:3",
    "maybe person:2 person:3",
    "maybe person:3 person:4",
  ]);
  source.put(database, aDocument("person", "3", { ...olena, groupId: "group:c", notSame: ["person:1", "person:2"] }));
  source.put(database, aDocument("person", "4", { ...olena, groupId: "group:a", notSame: ["person:2", "person:3"] }));
  expect(keys()).toEqual(["probably person:1 person:2"]);
});

test("Who is corrected, joined with the other or called by another number meanwhile is looked at again, and nobody else", () => {
  const age = { precision: "age", age: 36, asOf: on };
  const phone = { raw: "067 123 45 67", e164: "+380671234567" };
  const { source, pairs, keys } = open(
    aDocument("group", "a", { ...party, phone }),
    aDocument("group", "b", party),
    aDocument("person", "1", { ...olena, birth: age }),
    aDocument("person", "2", { ...again, familyName: "Шевченко", birth: age }),
  );
  expect(keys()).toEqual(["maybe person:1 person:2"]);
  source.put(database, aDocument("group", "b", { ...party, phone }));
  expect(pairs.left()).toBe(1);
  expect(keys()).toEqual(["probably person:1 person:2"]);
  source.put(database, aDocument("person", "2", { ...again, givenName: "Марія" }));
  expect(keys()).toEqual([]);
  source.put(database, aDocument("person", "2", again));
  expect(keys()).toHaveLength(1);
  source.put(database, aDocument("person", "1", { ...olena, mergedInto: "person:2" }));
  expect(keys()).toEqual([]);
});

test("People are compared a few at a time", () => {
  const { pairs } = open(aDocument("person", "1", olena), aDocument("person", "2", again));
  expect([pairs.readOn(-1), pairs.left(), pairs.pairs()]).toEqual([false, 2, []]);
});
