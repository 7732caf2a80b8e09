import { describe, expect, test } from "vitest";
import { withCount, withPerson } from "../../../../src/domain/intake/intake-form.ts";
import { answerProblem, needsToOffer, withNeed } from "../../../../src/domain/interview/answers.ts";
import { isWalledNeed } from "../../../../src/domain/walls/walled-needs.ts";
import { anEmptyForm, today } from "./an-interview.ts";

const mother = "person:mother";
const form = withCount(anEmptyForm(), "f|18_59", 1, () => mother);

describe("What may be answered about a person", () => {
  test("is parted into what stays at the site and what is sealed; the wish to talk in private is in neither", () => {
    const woman = { sex: "f", band: "18_59" } as const;
    expect(needsToOffer("needs", woman).some(isWalledNeed)).toBe(false);
    expect(needsToOffer("health", woman).every(isWalledNeed)).toBe(true);
    expect([...needsToOffer("needs", woman), ...needsToOffer("health", woman)]).not.toContain("talk_private");
  });

  test.each([
    ["f", "18_59", true],
    ["f", "12_17", true],
    ["u", "18_59", true],
    ["f", "5_11", false],
    ["m", "18_59", false],
  ] as const)("holds a pregnancy where it may be one: %s %s", (sex, band, isOffered) => {
    expect(needsToOffer("health", { sex, band }).includes("pregnant")).toBe(isOffered);
  });
});

test("A need is ticked once and its tick taken away again; others stay", () => {
  const both = withNeed(withNeed(withNeed(form, mother, "pet", true), mother, "medicine", true), mother, "pet", true);
  expect(both.people[0]?.needFlags).toEqual(["medicine", "pet"]);
  expect(withNeed(both, mother, "medicine", false).people[0]?.needFlags).toEqual(["pet"]);
});

test("A typed answer that cannot be taken says what is wrong with it; an empty one is taken", () => {
  const age = { asks: "age", person: mother } as const;
  expect(answerProblem(withPerson(form, mother, { age: "стара" }), age, today)).toBe("age");
  expect(answerProblem(form, age, today)).toBeUndefined();
  expect(answerProblem({ ...form, surname: "12345" }, { asks: "surname" }, today)).toBe("name");
  expect(answerProblem({ ...form, phone: "1".repeat(41) }, { asks: "phone" }, today)).toBe("phone");
  expect(answerProblem({ ...form, phone: "067" }, { asks: "phone" }, today)).toBeUndefined();
});
