import { describe, expect, test } from "vitest";
import {
  type CountKey,
  emptyIntake,
  type IntakeForm,
  withCount,
  withoutPerson,
  withPerson,
} from "../../../../src/domain/intake/intake-form.ts";
import { registerGroup } from "../../../../src/domain/intake/register-group.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import { kindNamed } from "../../../../src/domain/model/kinds.ts";

const place = { site: "medyka", today: "2026-11-24" };
const doing = { by: "ann", at: "2026-11-24T08:00:00.000Z" };
let next = 0;
const newId = () => `person:${next++}` as const;

const aForm = (change: Partial<IntakeForm> = {}): IntakeForm => {
  next = 0;
  const empty = emptyIntake("group:1", doing.at);
  const counted = withCount(withCount(empty, "f|18_59", 1, newId), "m|5_11", 1, newId);
  return { ...counted, ...change };
};
const typed = (person: Partial<IntakeForm["people"][number]>) => withPerson(aForm(), "person:0", person);
const contentsOf = (form: IntakeForm) => {
  const made = registerGroup(form, place, doing);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};

test("A group that was only counted is kept as counted", () => {
  expect(contentsOf(aForm())).toMatchObject([{ kind: "group", content: { counts: { "f|18_59": 1, "m|5_11": 1 } } }]);
});

test("One name makes a person of everybody who was counted", () => {
  const documents = contentsOf({ ...typed({ givenName: "Оксана" }), surname: "Коваленко" });
  expect(documents).toMatchObject([
    { kind: "group", content: { label: "Коваленко", focalPersonId: "person:0" } },
    {
      content: { familyName: "Коваленко", familyNameLat: "Kovalenko", givenNameLat: "Oksana", relationToFocal: "HEAD" },
    },
    { content: { familyName: "Коваленко", sex: "m", birth: { precision: "band", band: "5_11" } } },
  ]);
});

test("An age of seven where a woman was counted: counted is a girl", () => {
  const counts = contentsOf(typed({ givenName: "Ліна", age: "7" }))[0]?.content;
  expect(counts).toMatchObject({ counts: { "f|5_11": 1, "m|5_11": 1 } });
});

test("An age that is only roughly known is counted where somebody counted the person, if it may lie there, and as itself if not", () => {
  const countsFor = (key: CountKey, age: string) => {
    next = 0;
    const counted = withCount(emptyIntake("group:1", doing.at), key, 1, newId);
    return contentsOf(withPerson(counted, "person:0", { givenName: "Ліна", age }))[0]?.content.counts;
  };
  expect(countsFor("f|12_17", "біля 18")).toEqual({ "f|12_17": 1 });
  expect(countsFor("f|18_59", "біля 60")).toEqual({ "f|18_59": 1 });
  expect(countsFor("f|60_plus", "біля 60")).toEqual({ "f|60_plus": 1 });
  expect(countsFor("f|60_plus", "біля 30")).toEqual({ "f|18_59": 1 });
  expect(countsFor("f|60_plus", "18")).toEqual({ "f|18_59": 1 });
});

test("All documents that come out are allowed by their kinds", () => {
  for (const { kind, id, content } of contentsOf({
    ...typed({ givenName: "Оксана", age: "34" }),
    noticeHow: "leaflet",
    phone: "0671234567",
    intent: "transit",
    destCountry: "DEU",
  })) {
    const known = kindNamed(kind);
    if (!known) throw new Error(kind);
    expect(checkDocument(known, firstVersion(known, id, content, { ...doing, device: "dev1" }))).toEqual([]);
  }
});

test.each([
  ["age", "121", "OlderThan120"],
  ["age", "31.02.1990", "ImpossibleDate"],
  ["age", "2027", "BirthDateInFuture"],
  ["age", "old", "AgeNotUnderstood"],
  ["givenName", "а".repeat(10_000), "NameTooLong"],
  ["givenName", "🙂", "NameHasNoLetter"],
])("A wrong %s is answered at its field", (field, value, type) => {
  const made = registerGroup(typed({ [field]: value }), place, doing);
  expect(made).toMatchObject({ ok: false, error: [{ field: `people.person:0.${field}`, error: { type } }] });
});

describe("Names that look strange are names", () => {
  test.each([
    ["Лук`яненко", "Лук’яненко"],
    ["Мар'яна", "Мар’яна"],
    ["<img onerror=alert(1)>", "<img onerror=alert(1)>"],
    ["‮Оля‬", "Оля"],
    ["Оля🙂", "Оля"],
  ])("%s", (given, stored) => {
    expect(contentsOf(typed({ givenName: given }))[1]).toMatchObject({ content: { givenName: stored } });
  });
});

test("A child whom nobody is with is flagged, and so is a lone adult with children", () => {
  const form = withPerson(typed({ givenName: "Оксана", age: "34" }), "person:1", { age: "7", childCare: "nobody" });
  expect(contentsOf(form).map(({ content }) => content.needFlags)).toEqual([
    undefined,
    ["single_carer"],
    ["child_alone"],
  ]);
});

test("A row with something typed is not taken away by counting less, only by removing it", () => {
  const form = typed({ givenName: "Оксана" });
  expect(withCount(form, "f|18_59", 0, newId)).toEqual(form);
  expect(withoutPerson(form, "person:0")).toMatchObject({ counts: { "f|18_59": 0 }, people: [{ id: "person:1" }] });
});

test("No Latin form is made up from a Russian spelling", () => {
  const [, person] = contentsOf({ ...typed({ givenName: "Алексей" }), surname: "Соловьёв" });
  expect(person?.content).not.toHaveProperty("familyNameLat");
});
