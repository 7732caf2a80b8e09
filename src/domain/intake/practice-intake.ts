import { headcountOf, type IntakeForm, type IntakePerson } from "./intake-form.ts";

/** A form that is filled in for practice. */
export type PracticeIntake = {
  readonly form: IntakeForm;
  /** As it was filled in: what the form shares with it was invented. */
  readonly invented: IntakeForm;
};

/** Whether somebody real may have been typed into it. */
export const holdsReal = (practice: PracticeIntake): boolean => {
  const { surname, people, phone, counts } = withoutInvented(practice);
  return surname !== "" || people.length > 0 || phone !== "" || headcountOf({ counts }) > 0;
};

/**
 * What of a practice form is real: everything that differs from what was invented. Invented people whom
 * nobody changed are left out and off the count; where something else than the name was typed, the invented name goes.
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

const typedOver = (person: IntakePerson, invented: IntakePerson | undefined): IntakePerson => ({
  ...person,
  givenName: person.givenName === invented?.givenName ? "" : person.givenName,
});
