import type { AgeBand } from "../dates/age.ts";
import type { CodeOf } from "../model/codes.ts";
import type { Id } from "../model/field.ts";
import type { PhoneCountry } from "../numbers/phone-number.ts";

/** The quick registration of a group as it is typed: texts as they stand in the boxes, so that a draft loses nothing. */
export type IntakeForm = {
  readonly groupId: Id<"group">;
  /** When the form was opened (ISO 8601, UTC): the moment of arrival. */
  readonly openedAt: string;
  readonly counts: Readonly<Record<CountKey, number>>;
  readonly surname: string;
  readonly people: readonly IntakePerson[];
  readonly phone: string;
  /** Said where the number could be of either. */
  readonly phoneCountry?: PhoneCountry;
  readonly language?: CodeOf<"language">;
  readonly intent?: CodeOf<"intent">;
  readonly destCountry?: string;
  readonly noticeHow?: CodeOf<"noticeHow">;
  /** Questions of an interview that were put and passed, answered or not (`questionKey`): none is put again by itself. */
  readonly asked?: readonly string[];
  /** It was begun as practice, and what was invented is taken out. */
  readonly isFromPractice?: true;
};

export type IntakePerson = {
  readonly id: Id<"person">;
  readonly sex: CodeOf<"sex">;
  readonly band: AgeBand;
  /** Empty: the group's surname. */
  readonly familyName: string;
  readonly givenName: string;
  readonly age: string;
  readonly childCare?: CodeOf<"childCare">;
  readonly needFlags: readonly CodeOf<"needFlag">[];
  /** People who are registered, and who were said to be somebody else. */
  readonly notSame?: readonly string[];
};

/** `f|18_59` */
export type CountKey = `${CodeOf<"sex">}|${AgeBand}`;

export const emptyIntake = (groupId: Id<"group">, openedAt: string): IntakeForm => ({
  groupId,
  openedAt,
  counts: {} as Record<CountKey, number>,
  surname: "",
  people: [],
  phone: "",
});

/** How many are counted, all together. */
export const headcountOf = (form: Pick<IntakeForm, "counts">): number =>
  Object.values(form.counts).reduce((sum, count) => sum + count, 0);

/** A person about whom something was typed: a tap on "one less" does not take them away. */
export const isTouched = (person: IntakePerson): boolean =>
  person.familyName !== "" || person.givenName !== "" || person.age !== "" || person.needFlags.length > 0;

/** Counts one group of sex and age anew, and keeps as many rows for it; rows with something typed stay. */
export const withCount = (form: IntakeForm, key: CountKey, wanted: number, newId: () => Id<"person">): IntakeForm => {
  const [sex, band] = key.split("|") as [IntakePerson["sex"], AgeBand];
  const same = form.people.filter((person) => person.sex === sex && person.band === band);
  const count = Math.max(wanted, same.filter(isTouched).length);
  const added = Array.from({ length: Math.max(0, count - same.length) }, () => emptyPerson(newId(), sex, band));
  const spare = same.filter((person) => !isTouched(person)).slice(-Math.max(0, same.length - count));
  const removed = new Set(same.length > count ? spare : []);
  const people = [...form.people.filter((person) => !removed.has(person)), ...added];
  return { ...form, counts: { ...form.counts, [key]: count }, people: people.toSorted(adultsFirst) };
};

/** Takes one person off the form, and off the count. */
export const withoutPerson = (form: IntakeForm, id: Id<"person">): IntakeForm => {
  const gone = form.people.find((person) => person.id === id);
  if (!gone) return form;
  const key: CountKey = `${gone.sex}|${gone.band}`;
  const counts = { ...form.counts, [key]: Math.max(0, (form.counts[key] ?? 0) - 1) };
  return { ...form, counts, people: form.people.filter((person) => person.id !== id) };
};

export const withPerson = (form: IntakeForm, id: Id<"person">, change: Partial<IntakePerson>): IntakeForm => ({
  ...form,
  people: form.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
});

const emptyPerson = (id: Id<"person">, sex: IntakePerson["sex"], band: AgeBand): IntakePerson => ({
  id,
  sex,
  band,
  familyName: "",
  givenName: "",
  age: "",
  needFlags: [],
});

const order: readonly AgeBand[] = ["18_59", "60_plus", "unknown", "12_17", "5_11", "0_4"];
const adultsFirst = (a: IntakePerson, b: IntakePerson): number => order.indexOf(a.band) - order.indexOf(b.band);

/** The same form for another group: what was typed under ids that a saved group has. */
export const renewedForm = (form: IntakeForm, newId: <K extends "group" | "person">(kind: K) => Id<K>): IntakeForm => {
  const people = form.people.map((person) => ({ ...person, id: newId("person") }));
  return { ...form, groupId: newId("group"), people };
};
