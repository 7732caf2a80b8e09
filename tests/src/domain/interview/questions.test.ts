import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IntakeForm } from "../../../../src/domain/intake/intake-form.ts";
import { withCount, withPerson } from "../../../../src/domain/intake/intake-form.ts";
import { isChildOnForm } from "../../../../src/domain/interview/is-child-on-form.ts";
import { nextOpen, questionBeside, withAsked } from "../../../../src/domain/interview/progress.ts";
import { type Question, questionKey, questionsOf, type Sitting } from "../../../../src/domain/interview/questions.ts";
import { isOfEitherCountry } from "../../../../src/domain/numbers/phone-number.ts";
import { anEmptyForm, answered, today, whims } from "./an-interview.ts";

const sittings = ["together", "alone"] as const;

/** Goes from the first question to the last one, answering each; answers what was put, in its order, and the form at the end. */
const interview = (sitting: Sitting, how: readonly number[]) => {
  const put: Question[] = [];
  let form = anEmptyForm();
  let question = questionsOf(form, sitting, today)[0];
  while (question) {
    put.push(question);
    form = withAsked(answered(form, question, how[put.length % how.length] ?? 0), question);
    question = questionBeside(form, { sitting, today, from: questionKey(question), step: 1 });
  }
  return { put, form };
};

/** Written anew, from what a registration needs: who is asked what. */
const isNeeded = (form: IntakeForm, sitting: Sitting, { asks, person: id }: Question): boolean => {
  const person = form.people.find((one) => one.id === id);
  if (id) return person !== undefined && (asks !== "childCare" || isChildOnForm(person, today));
  if (asks === "surname") return form.people.length > 0;
  if (asks === "phoneCountry") return isOfEitherCountry(form.phone);
  if (asks === "destCountry") return form.intent === "transit";
  if (asks === "talk") return sitting === "alone" && form.people.some((one) => !isChildOnForm(one, today));
  return true;
};

const everyQuestion = ({ people }: IntakeForm): readonly Question[] => [
  ...(
    ["notice", "adults", "children", "surname", "phone", "phoneCountry", "intent", "destCountry", "talk"] as const
  ).map((asks) => ({ asks })),
  ...people.flatMap(({ id }) =>
    (["givenName", "age", "childCare", "needs", "health"] as const).map((asks) => ({ asks, person: id })),
  ),
];

describe.each(sittings)("Asked %s, whatever is answered", (sitting) => {
  test("no question that is needed is left out, none that the answers rule out is put, and none is put twice", () => {
    fc.assert(
      fc.property(whims, (how) => {
        const { put, form } = interview(sitting, how);
        const keys = put.map(questionKey);
        expect(new Set(keys).size).toBe(keys.length);
        const needed = everyQuestion(form).filter((question) => isNeeded(form, sitting, question));
        expect(keys.toSorted()).toEqual(needed.map(questionKey).toSorted());
      }),
    );
  });

  test("nothing is open once all was put, answered or not, but for what is asked unseen each time", () => {
    fc.assert(
      fc.property(whims, (how) => {
        const { form } = interview(sitting, how);
        expect(nextOpen(form, "together", today)).toBeUndefined();
        expect([undefined, "talk"]).toContain(nextOpen(form, "alone", today)?.asks);
      }),
    );
  });

  test("Back leads through the same questions the other way round", () => {
    fc.assert(
      fc.property(whims, (how) => {
        const { put, form } = interview(sitting, how);
        const back: string[] = [];
        for (let at = put.at(-1); at; at = questionBeside(form, { sitting, today, from: questionKey(at), step: -1 }))
          back.push(questionKey(at));
        expect(back.toReversed()).toEqual(put.map(questionKey));
      }),
    );
  });
});

test("What the volunteer typed before is not asked again; what was passed without an answer is not either", () => {
  const counted = withCount(anEmptyForm(), "f|18_59", 1, () => "person:mother");
  const named = withPerson({ ...counted, noticeHow: "leaflet", surname: "Коваль" }, "person:mother", {
    givenName: "Олена",
  });
  expect(nextOpen(named, "together", today)).toEqual({ asks: "age", person: "person:mother" });
  const passed = withAsked(named, { asks: "age", person: "person:mother" });
  expect(nextOpen(passed, "together", today)).toEqual({ asks: "needs", person: "person:mother" });
});

test("An age that was typed says more than where somebody was counted: who is with the child is asked once it is a child's", () => {
  const counted = withCount(anEmptyForm(), "f|18_59", 1, () => "person:girl");
  const asksOf = (form: IntakeForm) => questionsOf(form, "together", today).map(({ asks }) => asks);
  expect(asksOf(counted)).not.toContain("childCare");
  expect(asksOf(withPerson(counted, "person:girl", { age: "15" }))).toContain("childCare");
});

test("The wish to talk in private is asked unseen only, and leaves no trace of having been asked", () => {
  const form = withCount(anEmptyForm(), "f|18_59", 1, () => "person:mother");
  expect(questionsOf(form, "together", today).map(({ asks }) => asks)).not.toContain("talk");
  expect(questionsOf(form, "alone", today).at(-1)).toEqual({ asks: "talk" });
  expect(withAsked(form, { asks: "talk" })).toBe(form);
});
