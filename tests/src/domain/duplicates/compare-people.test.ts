import { expect, test } from "vitest";
import { comparePeople } from "../../../../src/domain/duplicates/compare-people.ts";
import { type Described, traitsBuilder } from "../../../../src/domain/duplicates/traits.ts";

const build = traitsBuilder();
const born = (date: string): Described => ({ birth: { precision: "day", date } });
const aged = (age: number): Described => ({ birth: { precision: "age", age, asOf: "2026-11-22" } });
const olena = { familyName: "Шевченко", givenName: "Олена", sex: "f", ...born("1990-05-12") } as const;
const compare = (a: Described, b: Described, samePhone = false) =>
  comparePeople(build({ groupId: "group:1", ...a }), build({ groupId: "group:2", ...b }), {
    samePhone,
    on: "2026-11-22",
  });

test.each<[string, Described, string]>([
  ["written alike", {}, "sameName"],
  ["in Latin letters", { familyName: "Szewczenko", givenName: "Ołena" }, "sounds"],
  ["in its Russian form", { givenName: "Елена" }, "form"],
  ["short", { givenName: "Лена" }, "form"],
  ["exchanged", { familyName: "Олена", givenName: "Шевченко" }, "swapped"],
  ["with the keyboard switched", { familyName: "Itdxtyrj", givenName: "Jktyf" }, "layout"],
])("A name %s and the same birthday are probably one person, and the reason is told", (_how, again, reason) => {
  const said = compare(olena, { ...olena, ...again });
  expect(said?.verdict).toBe("probably");
  expect(said?.reasons).toEqual(["sameBirth", reason]);
});

test("A surname with a key too many is probable only with the telephone number or the patronymic beside it, for two people with alike surnames may share a birthday", () => {
  const typo = { ...olena, familyName: "Шевчгенко" };
  expect(compare(olena, typo)).toMatchObject({ verdict: "maybe", reasons: ["sameBirth", "typing"] });
  expect(compare(olena, typo, true)?.verdict).toBe("probably");
  expect(compare({ ...olena, familyName: "Іваненко" }, { ...olena, familyName: "Іванченко" })?.verdict).toBe("maybe");
});

test("What was written before a marriage is found by the other name, and by the telephone number", () => {
  const married = { ...olena, familyName: "Заблоцька" };
  expect(compare(olena, { ...married, otherNames: ["Шевченко"] })?.reasons).toEqual(["sameBirth", "otherName"]);
  expect(compare(olena, { ...married, ...aged(36) }, true)?.reasons).toEqual(["phone", "fittingAge"]);
  expect(compare(olena, { ...married, ...aged(36) })).toBeUndefined();
});

test("An age that fits is enough to ask, and with the telephone number to be nearly sure", () => {
  expect(compare(olena, { ...olena, ...aged(36) })?.verdict).toBe("maybe");
  expect(compare(olena, { ...olena, ...aged(36) }, true)?.verdict).toBe("probably");
  expect(compare(olena, { ...olena, ...aged(52) }, true)).toBeUndefined();
});

test.each<[string, Described, Described]>([
  ["twins", { ...olena, givenName: "Аліна" }, { ...olena, givenName: "Аріна" }],
  ["twins of two tables", { ...olena, givenName: "Марія" }, { ...olena, givenName: "Марина" }],
  [
    "a boy and a girl of one name",
    { ...olena, givenName: "Олександра" },
    { ...olena, givenName: "Олександр", sex: "m" },
  ],
  [
    "the same where nobody said which is which",
    { ...olena, givenName: "Євгенія", sex: "u" },
    { ...olena, givenName: "Євген", sex: "u" },
  ],
  ["a parent and a child of one name", olena, { ...olena, ...born("2015-05-12") }],
  ["cousins of one name", olena, { ...olena, ...born("1990-09-03") }],
  ["namesakes", olena, { ...olena, ...born("1971-02-07") }],
  ["people with alike surnames", { ...olena, familyName: "Савчук" }, { ...olena, familyName: "Савченко" }],
])("Never probably: %s, not even with one telephone number", (_who, one, other) => {
  expect(compare(one, other, true)?.verdict).not.toBe("probably");
});

test("Another patronymic, a short form that may be a brother's, a given name that is a letter away: never more than maybe", () => {
  expect(compare({ ...olena, patronymic: "Іванівна" }, { ...olena, patronymic: "Петрівна" })?.verdict).toBe("maybe");
  expect(
    compare({ ...olena, givenName: "Саша", sex: "u" }, { ...olena, givenName: "Олександр", sex: "m" })?.verdict,
  ).toBe("maybe");
  expect(compare({ ...olena, givenName: "Раїча" }, { ...olena, givenName: "Раїса" })?.verdict).toBe("maybe");
});

test("People of one group are never each other; a surname and an age alone are nothing", () => {
  const [one, other] = [build({ ...olena, groupId: "group:1" }), build({ ...olena, groupId: "group:1" })];
  expect(comparePeople(one, other, { samePhone: true, on: "2026-11-22" })).toBeUndefined();
  expect(compare(olena, { familyName: "Шевченко", ...aged(36) })).toBeUndefined();
});

test("The first of January may only be the year, and day and month may be exchanged", () => {
  expect(compare(olena, { ...olena, ...born("1990-01-01") })?.reasons).toContain("fittingAge");
  expect(compare(olena, { ...olena, ...born("1990-12-05") })?.reasons).toContain("swappedBirth");
});

test("It does not matter which of two came first", () => {
  const [one, other] = [olena, { ...olena, familyName: "Олена", givenName: "Шевченко", ...aged(36) }];
  expect(compare(one, other)).toEqual(compare(other, one));
});
