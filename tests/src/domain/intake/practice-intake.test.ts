import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountKey,
  headcountOf,
  type IntakeForm,
  type IntakePerson,
  withCount,
  withoutPerson,
  withPerson,
} from "../../../../src/domain/intake/intake-form.ts";
import { practiceIntake } from "../../../../src/domain/intake/invented-intake.ts";
import { holdsReal, withoutInvented } from "../../../../src/domain/intake/practice-intake.ts";
import { registerGroup } from "../../../../src/domain/intake/register-group.ts";

const names = { surname: "Вигаданенко", mother: "Перша", daughter: "Друга" };
const place = { site: "medyka", today: "2026-11-30" };
const doing = { by: "ann", at: "2026-11-30T08:00:00.000Z" };

const practice = () => {
  let made = 0;
  const newId = <K extends "group" | "person">(kind: K) => `${kind}:${++made}` as const;
  return { ...practiceIntake(names, doing.at, newId as never), newId: () => newId("person") };
};

describe("A practice registration", () => {
  test("is complete as it is filled in", () => {
    const { form } = practice();
    const documents = registerGroup(form, place, doing);
    expect(documents.ok && documents.value.map(({ kind }) => kind)).toEqual(["group", "person", "person"]);
    expect(headcountOf(form)).toBe(2);
  });

  test("leaves nobody where nothing was typed over", () => {
    const { form, invented } = practice();
    expect(withoutInvented({ form, invented })).toMatchObject({ surname: "", people: [], isFromPractice: true });
    expect(headcountOf(withoutInvented({ form, invented }))).toBe(0);
  });

  test("leaves the person whose name was typed over, without the invented surname", () => {
    const { form, invented } = practice();
    const daughter = form.people[1]?.id ?? "person:";
    const real = withoutInvented({ form: withPerson(form, daughter, { givenName: "Марія" }), invented });
    expect(real.people).toMatchObject([{ givenName: "Марія", age: "", sex: "f", band: "5_11" }]);
    expect([real.surname, headcountOf(real)]).toEqual(["", 1]);
  });

  test("leaves an age that was typed on an invented card, without the invented name", () => {
    const { form, invented } = practice();
    const mother = form.people[0]?.id ?? "person:";
    const practised = { form: withPerson(form, mother, { age: "34", childCare: "parent" }), invented };
    expect(withoutInvented(practised).people).toMatchObject([{ givenName: "", age: "34", childCare: "parent" }]);
    expect(holdsReal(practised)).toBe(true);
    expect(holdsReal({ form, invented })).toBe(false);
  });

  test("gives up nothing that was typed and keeps nothing that was invented, whatever was done to it", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { form, invented, newId } = practice();
        const typed = edits.reduce((now, change) => change(now, newId), form);
        const real = withoutInvented({ form: typed, invented });
        const known = new Map(invented.people.map((person) => [person.id, person]));
        expect(real.surname).toBe(typed.surname === names.surname ? "" : typed.surname);
        for (const person of typed.people) {
          const left = real.people.find(({ id }) => id === person.id);
          const before = known.get(person.id);
          for (const key of typedFields) {
            const wasTyped = String(person[key] ?? "") !== String(before?.[key] ?? "");
            if (wasTyped) expect(left?.[key]).toEqual(person[key]);
            else if (before && key === "givenName") expect(left?.givenName ?? "").toBe("");
          }
          if (!before) expect(left).toEqual(person);
        }
        for (const [key, count] of Object.entries(real.counts))
          expect(count).toBeGreaterThanOrEqual(real.people.filter(({ sex, band }) => `${sex}|${band}` === key).length);
        expect(headcountOf(real)).toBe(headcountOf(typed) - (typed.people.length - real.people.length));
      }),
    );
  });
});

const typedFields = [
  "familyName",
  "givenName",
  "age",
  "childCare",
  "needFlags",
] as const satisfies readonly (keyof IntakePerson)[];

type Edit = (form: IntakeForm, newId: () => IntakePerson["id"]) => IntakeForm;
const one = (form: IntakeForm, place: number): IntakePerson["id"] =>
  form.people[place % Math.max(1, form.people.length)]?.id ?? "person:";
const text = fc.constantFrom("", "Марія", names.mother, names.daughter, "34", "7", "41");
const edit: fc.Arbitrary<Edit> = fc.oneof(
  text.map(
    (surname): Edit =>
      (form) => ({ ...form, surname }),
  ),
  fc.tuple(fc.nat(5), text).map(
    ([at, givenName]): Edit =>
      (form) =>
        withPerson(form, one(form, at), { givenName }),
  ),
  fc.tuple(fc.nat(5), text).map(
    ([at, age]): Edit =>
      (form) =>
        withPerson(form, one(form, at), { age }),
  ),
  fc.tuple(fc.nat(5), fc.constantFrom("parent", "nobody")).map(
    ([at, childCare]): Edit =>
      (form) =>
        withPerson(form, one(form, at), { childCare: childCare as "parent" }),
  ),
  fc.nat(5).map(
    (at): Edit =>
      (form) =>
        withPerson(form, one(form, at), { needFlags: ["medical"] as never }),
  ),
  fc.nat(5).map(
    (at): Edit =>
      (form) =>
        withoutPerson(form, one(form, at)),
  ),
  fc.tuple(fc.constantFrom<CountKey>("f|18_59", "f|5_11", "m|60_plus"), fc.nat(3)).map(
    ([key, count]): Edit =>
      (form, newId) =>
        withCount(form, key, count, newId),
  ),
);
