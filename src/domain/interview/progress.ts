import { headcountOf, type IntakeForm } from "../intake/intake-form.ts";
import { isWalledNeed } from "../walls/walled-needs.ts";
import { type Question, questionKey, questionsOf, type Sitting } from "./questions.ts";

/** True where the form holds an answer, from the interview or typed by the volunteer. */
export const isAnswered = (form: IntakeForm, { asks, person: id }: Question): boolean => {
  const person = form.people.find((one) => one.id === id);
  switch (asks) {
    case "notice":
      return form.noticeHow !== undefined;
    case "adults":
    case "children":
      return headcountOf(form) > 0;
    case "surname":
    case "phone":
      return form[asks] !== "";
    case "phoneCountry":
    case "intent":
    case "destCountry":
      return form[asks] !== undefined;
    case "givenName":
    case "age":
      return person !== undefined && person[asks] !== "";
    case "childCare":
      return person?.childCare !== undefined;
    case "needs":
      return person?.needFlags.some((flag) => !isWalledNeed(flag)) ?? false;
    case "health":
      return person?.needFlags.some((flag) => isWalledNeed(flag) && flag !== "talk_private") ?? false;
    // Asked by each who holds the phone: what another adult of the group wished is nothing to them.
    case "talk":
      return false;
  }
};

/** The first question that was neither put nor answered before; nothing where none is left. */
export const nextOpen = (form: IntakeForm, sitting: Sitting, today: string): Question | undefined =>
  questionsOf(form, sitting, today).find(
    (question) => !(form.asked ?? []).includes(questionKey(question)) && !isAnswered(form, question),
  );

/** The question after or before another one, in the order that the answers ask for now. */
export const questionBeside = (form: IntakeForm, { sitting, today, from, step }: Beside): Question | undefined => {
  const questions = questionsOf(form, sitting, today);
  const place = questions.findIndex((question) => questionKey(question) === from);
  return questions[place + step];
};

type Beside = {
  readonly sitting: Sitting;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The key of the question that stands now. */
  readonly from: string;
  readonly step: 1 | -1;
};

/** Notes that a question was put; the wish to talk in private leaves no trace of whether it was. */
export const withAsked = (form: IntakeForm, question: Question): IntakeForm => {
  const key = questionKey(question);
  if (question.asks === "talk" || form.asked?.includes(key)) return form;
  return { ...form, asked: [...(form.asked ?? []), key] };
};
