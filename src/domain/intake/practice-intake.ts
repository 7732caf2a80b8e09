import type { Id } from "../model/field.ts";
import { emptyIntake, type IntakeForm, type IntakePerson, withCount, withPerson } from "./intake-form.ts";

/** A form that is filled in for practice. */
export type PracticeIntake = {
  readonly form: IntakeForm;
  /** As it was filled in: what the form shares with it was invented. */
  readonly invented: IntakeForm;
};

/** Names of people who do not exist, in the volunteer's language. */
export type InventedNames = { readonly surname: string; readonly mother: string; readonly daughter: string };

/** A mother and her daughter who do not exist, with a name and an age each. */
export const practiceIntake = (
  names: InventedNames,
  openedAt: string,
  newId: <K extends "group" | "person">(kind: K) => Id<K>,
): PracticeIntake => {
  const counted = (["f|18_59", "f|5_11"] as const).reduce(
    (form, key) => withCount(form, key, 1, () => newId("person")),
    emptyIntake(newId("group"), openedAt),
  );
  const [mother, daughter] = counted.people as readonly [IntakePerson, IntakePerson];
  const invented = [
    [mother, { givenName: names.mother, age: "34" }],
    [daughter, { givenName: names.daughter, age: "7", childCare: "parent" }],
  ] as const;
  const form = invented.reduce((all, [{ id }, known]) => withPerson(all, id, known), {
    ...counted,
    surname: names.surname,
  });
  return { form, invented: form };
};

/**
 * What of a practice form is real: everything that differs from what was invented. Invented people whom
 * nobody changed are left out and off the count; where only a name was typed over, the invented age goes.
 */
export const withoutInvented = ({ form, invented }: PracticeIntake): IntakeForm => {
  const known = new Map(invented.people.map((person) => [person.id, person]));
  const isInvented = (person: IntakePerson) => isSamePerson(person, known.get(person.id));
  const counts = { ...form.counts };
  for (const { sex, band } of form.people.filter(isInvented)) counts[`${sex}|${band}`] -= 1;
  return {
    ...form,
    isFromPractice: true,
    counts,
    surname: form.surname === invented.surname ? "" : form.surname,
    people: form.people
      .filter((person) => !isInvented(person))
      .map((person) => typedOver(person, known.get(person.id))),
  };
};

const isSamePerson = (person: IntakePerson, invented: IntakePerson | undefined): boolean =>
  invented !== undefined &&
  person.familyName === invented.familyName &&
  person.givenName === invented.givenName &&
  person.age === invented.age &&
  person.childCare === invented.childCare &&
  person.needFlags.join() === invented.needFlags.join();

const typedOver = (person: IntakePerson, invented: IntakePerson | undefined): IntakePerson => {
  if (!invented) return person;
  const { childCare, ...rest } = person;
  return {
    ...rest,
    givenName: person.givenName === invented.givenName ? "" : person.givenName,
    age: person.age === invented.age ? "" : person.age,
    ...(childCare !== undefined && childCare !== invented.childCare && { childCare }),
  };
};
