import { expect, test } from "vitest";
import { siteDatabase } from "../../../../src/domain/model/databases.ts";
import { type Asked, alikeIndexOf } from "../../../../src/live/duplicates/alike-index.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aSource } from "../../../support/live/a-source.ts";

const database = siteDatabase("medyka");
const birth = { precision: "age", age: 36, asOf: "2026-11-22" } as const;
const olena = { familyName: "Шевченко", givenName: "Олена", sex: "f", birth, site: "medyka" } as const;
const party = { site: "medyka", arrivedAt: "2026-11-22T09:00:00.000Z", keepTogether: true } as const;
const asked: Asked = { described: { ...olena, groupId: "group:form" }, phone: "", on: "2026-11-22" };

const open = (...people: readonly object[]) => {
  const source = aSource();
  for (const one of people) source.put(database, one);
  const records = openRecords(source, [database]);
  const index = alikeIndexOf(records, database);
  return { source, records, named: (question = asked) => index.alikeTo(question).map(({ personId }) => personId) };
};

test("Whoever is registered is named under another spelling, the likeliest first", () => {
  const exact = { birth: { precision: "day", date: "1990-05-12" } };
  const { named } = open(
    aDocument("person", "1", { ...olena, givenName: "Елена" }),
    aDocument("person", "2", { ...olena, ...exact, familyName: "Szewczenko" }),
    aDocument("person", "3", { ...olena, givenName: "Олеся" }),
  );
  expect(named({ ...asked, described: { ...asked.described, ...exact } as Asked["described"] })).toEqual([
    "person:2",
    "person:1",
  ]);
});

test("Who comes, is corrected, withdrawn or erased while the form is open is known at once", () => {
  const { source, named } = open();
  expect(named()).toEqual([]);
  source.put(database, aDocument("person", "1", olena));
  expect(named()).toEqual(["person:1"]);
  source.put(database, aDocument("person", "1", { ...olena, givenName: "Марія" }));
  expect(named()).toEqual([]);
  source.put(database, aDocument("person", "1", olena));
  source.put(database, aDocument("person", "1", { ...olena, mergedInto: "person:2" }));
  expect(named()).toEqual([]);
});

test("Nobody is named of a site to which the right has ended", () => {
  const { records, named } = open(aDocument("person", "1", olena));
  expect(named()).toEqual(["person:1"]);
  records.forget(database);
  expect(named()).toEqual([]);
});

test("One telephone number in two spellings names a woman who married, and her group's people are no more likely than others", () => {
  const { named } = open(
    aDocument("group", "a", { ...party, phone: { raw: "067 123 45 67", e164: "+380671234567" } }),
    aDocument("person", "1", { ...olena, familyName: "Заблоцька", groupId: "group:a" }),
    aDocument("person", "2", { ...olena, familyName: "Заблоцька", givenName: "Марія", groupId: "group:a" }),
    aDocument("person", "3", { ...olena, familyName: "Мельник", groupId: "group:b" }),
  );
  expect(named()).toEqual([]);
  expect(named({ ...asked, phone: "+38 (067) 123-45-67" })).toEqual(["person:1"]);
});

test("People of the group that is being completed are not named", () => {
  const { named } = open(aDocument("person", "1", { ...olena, groupId: "group:form" }));
  expect(named()).toEqual([]);
});

test("One index is kept for each records, and another is made for others", () => {
  const { records } = open();
  expect(alikeIndexOf(records, database)).toBe(alikeIndexOf(records, database));
  expect(alikeIndexOf(openRecords(aSource(), [database]), database)).not.toBe(alikeIndexOf(records, database));
});
