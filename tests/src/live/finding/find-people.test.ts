import { expect, test } from "vitest";
import { siteDatabase } from "../../../../src/domain/model/databases.ts";
import { findPeople } from "../../../../src/live/finding/find-people.ts";
import { openPeopleIndex } from "../../../../src/live/intake/people-index.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aSource } from "../../../support/live/a-source.ts";

const party = { site: "medyka", arrivedAt: "2026-11-22T09:00:00.000Z", keepTogether: true } as const;
const phone = { raw: "067 123 45 67", e164: "+380671234567" };

/** Two families at Medyka, of whom one woman lies in a bed, and one man at Rzeszów. */
const open = () => {
  const source = aSource();
  const [medyka, rzeszow] = [siteDatabase("medyka"), siteDatabase("rzeszow")];
  const put = (database: string, ...documents: readonly object[]) => {
    for (const one of documents) source.put(database, one);
  };
  put(
    medyka,
    aDocument("group", "a", { ...party, phone, groupNo: "100300253", focalPersonId: "person:mother" }),
    aDocument("group", "b", { ...party, phone: { raw: "500000012", e164: "+48500000012" } }),
    aDocument("person", "mother", {
      familyName: "Шевченко",
      givenName: "Олена",
      groupId: "group:a",
      regNo: "100300266",
    }),
    aDocument("person", "child", { familyName: "Шевченко", givenName: "Марко", groupId: "group:a" }),
    aDocument("person", "other", { familyName: "Мельник", givenName: "Олеся", groupId: "group:b" }),
    aDocument("person", "gone", {
      familyName: "Шевченко",
      givenName: "Петро",
      groupId: "group:a",
      voided: "duplicate",
    }),
    aDocument("stay", "1", { personId: "person:other", roomId: "room:1", bedId: "bed:12" }),
  );
  put(
    "directory",
    aDocument("room", "1", { code: "A", site: "medyka" }),
    aDocument("bed", "12", { code: "A/12", roomId: "room:1", site: "medyka" }),
    aDocument("bed", "2", { code: "A/2", roomId: "room:1", site: "medyka" }),
  );
  put(rzeszow, aDocument("person", "away", { site: "rzeszow", familyName: "Шевченко", givenName: "Олег" }));
  const databases = [medyka, rzeszow, "directory"];
  const records = openRecords(source, databases);
  const people = openPeopleIndex(records, databases, () => true);
  return (typed: string, sites = ["medyka", "rzeszow"], limit = 8) =>
    findPeople({ records, people, sites }, typed, limit).map(({ site, id }) => `${site} ${id.replace("person:", "")}`);
};

test.each(["4567", "067 123 45 67", "+380 67 123 45 67", "671234567", "123-45-67"])(
  "The telephone number of a group finds everybody of it, its focal person first: %s",
  (typed) => {
    expect(open()(typed)).toEqual(["medyka mother", "medyka child"]);
  },
);

test("A Polish number is found with and without its spaces, and nobody by the end of another", () => {
  const find = open();
  for (const typed of ["500000012", "500 000 012", "0012"]) expect(find(typed)).toEqual(["medyka other"]);
  expect(find("0013")).toEqual([]);
});

test("A registration number finds its person, that of a group everybody of it", () => {
  const find = open();
  for (const typed of ["100300266", "100 300 266", "RR1:100300266"]) expect(find(typed)).toEqual(["medyka mother"]);
  expect(find("100 300 253")).toEqual(["medyka mother", "medyka child"]);
});

test("A bed finds who lies there, by its number or its code", () => {
  const find = open();
  for (const typed of ["12", "A/12", "a12", "ліжко 12"]) expect(find(typed)[0]).toBe("medyka other");
  expect(find("2")).toEqual([]);
});

test("A name finds people of all sites that are searched, one's own first, and says which", () => {
  const find = open();
  expect(find("Shevchenko")).toEqual(["medyka mother", "medyka child", "rzeszow away"]);
  expect(find("Shevchenko", ["rzeszow", "medyka"])[0]).toBe("rzeszow away");
  expect(find("Shevchenko", ["medyka"])).not.toContain("rzeszow away");
});

test("What is typed with the other keyboard finds the name, and what fits exactly stands before it", () => {
  const find = open();
  expect(find("Itdxtyrj Jktyf")).toEqual(["medyka mother"]);
  expect(find("Шевченко Олена")[0]).toBe("medyka mother");
});

test("Nobody is named twice, and no more than are wanted", () => {
  expect(open()("Шевченко", ["medyka", "rzeszow"], 2)).toHaveLength(2);
});
