import fc from "fast-check";
import { expect, test } from "vitest";
import {
  emptyIntake,
  headcountOf,
  type IntakeForm,
  withCount,
  withPerson,
} from "../../../../src/domain/intake/intake-form.ts";
import { personInLine, withPasted } from "../../../../src/domain/intake/pasted-people.ts";
import { registerGroup } from "../../../../src/domain/intake/register-group.ts";
import { seedOfTheDay } from "../../../support/runs/seed-of-the-day.ts";

const today = "2026-11-28";
const at = "2026-11-28T08:00:00.000Z";
let next = 0;
const newId = () => `person:${next++}` as const;

/** A woman (person:0), a man (person:1) and a girl of 5 to 11 (person:2). */
const aForm = (): IntakeForm => {
  next = 0;
  const counted = withCount(withCount(emptyIntake("group:1", at), "f|18_59", 1, newId), "m|18_59", 1, newId);
  return withCount(counted, "f|5_11", 1, newId);
};
const pasted = (form: IntakeForm, lines: readonly string[], personId = "person:0" as `person:${string}`, before = "") =>
  withPasted(form, { personId, before }, lines, { today, newId });
const told = (form: IntakeForm) => form.people.map(({ id, givenName, age }) => [id, givenName, age]);

test.each([
  ["Оксана 36", "Оксана", "36"],
  ["1. Оксана, 36 р.", "Оксана", "36 р."],
  ["- Марко – 5 міс", "Марко", "5 міс"],
  ["Ковальчук Ганна (12.07.1990)", "Ганна", "12.07.1990"],
  ["Ковальчук", "Ковальчук", ""],
  ["Анна Марія", "Анна Марія", ""],
  ["Zofia\t7", "Zofia", "7"],
  ["Петро біля 60", "Петро", "біля 60"],
  ["Іван 12 липня 1990", "Іван", "12 липня 1990"],
  ["Ольга 700", "Ольга 700", ""],
  ["36", "36", ""],
])("The line %j is %j of the age %j", (line, givenName, age) => {
  expect(personInLine(line, "Ковальчук", today)).toEqual({ givenName, age });
});

test("Lines fill the empty cards from where they were pasted; who has an age one of that age", () => {
  expect(told(pasted(aForm(), ["Оксана 36", "Ліна 7", "Петро"]))).toEqual([
    ["person:0", "Оксана", "36"],
    ["person:1", "Петро", ""],
    ["person:2", "Ліна", "7"],
  ]);
});

test("For whom there is no card one is added, counted and saved; the sex is to be said later", () => {
  const form = pasted(aForm(), ["Оксана 36", "Петро 40", "Ліна 7", "Марко 3"]);
  expect(told(form)[2]).toEqual(["person:3", "Марко", "3"]);
  expect(headcountOf(form)).toBe(4);
  const made = registerGroup(form, { site: "medyka", today }, { by: "ann", at });
  expect(made.ok && made.value[0]?.content.counts).toEqual({ "f|18_59": 1, "m|18_59": 1, "u|0_4": 1, "f|5_11": 1 });
});

test("Nothing that was typed is written over, and what had stood in the box is there again", () => {
  const typed = withPerson(aForm(), "person:1", { givenName: "Тарас", age: "41" });
  expect(told(pasted(typed, ["Оксана", "Ліна"], "person:0", "Ганна"))).toEqual([
    ["person:0", "Ганна", ""],
    ["person:1", "Тарас", "41"],
    ["person:3", "Ліна", ""],
    ["person:2", "Оксана", ""],
  ]);
  const aged = withPerson(aForm(), "person:0", { age: "34" });
  expect(told(pasted(aged, ["Оксана", "Петро"]))[0]).toEqual(["person:0", "Оксана", "34"]);
});

test("A list in the box of the surname begins with the first card, and leaves the surname as it was", () => {
  const form = withPasted({ ...aForm(), surname: "Коваль Оксана Петро" }, { before: "Коваль" }, ["Оксана", "Петро"], {
    today,
    newId,
  });
  expect([form.surname, ...form.people.map(({ givenName }) => givenName)]).toEqual(["Коваль", "Оксана", "Петро", ""]);
});

const word = fc.constantFrom(
  "Оксана",
  "Петро",
  "Ковальчук",
  "Zofia",
  "36",
  "7",
  "5 міс",
  "біля 60",
  "-",
  "1.",
  ",",
  "(",
  "🙂",
);
const list = fc.array(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
  { maxLength: 6 },
);
const seed = seedOfTheDay();
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\d]+/gu) ?? [];

test(`Ten thousand lines: each is somebody, no word of it is lost, and nobody's name is written over (seed ${seed})`, () => {
  const taken = withPerson(aForm(), "person:1", { givenName: "Тарас" });
  fc.assert(
    fc.property(list, (lines) => {
      next = 3;
      const form = pasted(taken, lines);
      const all = form.people.map(({ givenName, age }) => `${givenName} ${age}`).join(" ");
      const kept = wordsIn(all);
      const isKept = (line: string) =>
        wordsIn(line.replace(/^\s*\d{1,3}[.)]\s+/, "")).every((one) => kept.includes(one));
      return form.people.find(({ id }) => id === "person:1")?.givenName === "Тарас" && lines.every(isKept);
    }),
    { seed, numRuns: 3_500 },
  );
});
