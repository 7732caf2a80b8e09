import fc from "fast-check";
import {
  type CountKey,
  emptyIntake,
  type IntakeForm,
  withCount,
  withPerson,
} from "../../../../src/domain/intake/intake-form.ts";
import { withNeed } from "../../../../src/domain/interview/answers.ts";
import type { Question } from "../../../../src/domain/interview/questions.ts";

export const today = "2026-11-30";

export const anEmptyForm = (): IntakeForm => emptyIntake("group:one", "2026-11-30T08:00:00.000Z");

/** Numbers that say how a question is answered; the same question may be answered in another way when it is put again. */
export type Whim = number;
export const whims: fc.Arbitrary<readonly Whim[]> = fc.array(fc.nat({ max: 99 }), { minLength: 20, maxLength: 60 });

/** Answers a question in some way, or leaves it open. */
export const answered = (form: IntakeForm, question: Question, whim: Whim): IntakeForm => {
  const { asks, person: id } = question;
  const pick = <T>(...among: readonly T[]): T => among[whim % among.length] as T;
  if (id) {
    switch (asks) {
      case "givenName":
        return withPerson(form, id, { givenName: pick("", "Олена", "Taras") });
      case "age":
        return withPerson(form, id, { age: pick("", "7", "34", "~17", "2 міс", "1950", "01.02.2015") });
      case "childCare":
        return withPerson(form, id, { childCare: pick("parent", "nobody", "relative") });
      default:
        return withNeed(form, id, pick("no_documents", "medicine", "pet"), whim % 2 === 0);
    }
  }
  const counts = (...keys: readonly CountKey[]) =>
    keys.reduce((values, key, place) => {
      const wanted = (whim + place) % 3;
      let made = 0;
      return withCount(values, key, wanted, () => `person:${key}${wanted}${++made}${values.people.length}`);
    }, form);
  switch (asks) {
    case "adults":
      return counts("f|18_59", "m|60_plus");
    case "children":
      return counts("f|0_4", "m|12_17");
    case "surname":
      return { ...form, surname: pick("", "Коваль") };
    case "phone":
      return { ...form, phone: pick("", "+380671234567", "501234567", "0671234567") };
    case "phoneCountry":
      return { ...form, phoneCountry: pick("UA", "PL") };
    case "intent":
      return { ...form, intent: pick("stay", "transit", "unknown") };
    case "destCountry":
      return { ...form, destCountry: pick("DEU", "CZE") };
    case "notice":
      return { ...form, noticeHow: "leaflet" };
    default:
      return form;
  }
};
