import "./interview.css";
import { useEffect, useRef } from "react";
import type { IntakeForm } from "../../../domain/intake/intake-form.ts";
import { isChildOnForm } from "../../../domain/interview/is-child-on-form.ts";
import { type Question, questionKey, type Sitting } from "../../../domain/interview/questions.ts";
import { useToday } from "../../../live/use-today.ts";
import { hook } from "../../../ui/test-hooks.ts";
import { Answer } from "./answers/answer.tsx";
import { bandInDigits } from "./band-in-digits.ts";
import type { Questions } from "./use-questions.ts";
import { Both, useVoices, type Voice } from "./voices.tsx";

export type QuestionViewProps = {
  readonly form: IntakeForm;
  readonly set: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly questions: Questions & { readonly question: Question };
  readonly sitting: Sitting;
};

/** One question and what it is answered by. The first box takes the focus, else the question itself: a screen reader says where one is. */
export const QuestionView = ({ form, set, questions, sitting }: QuestionViewProps) => {
  const { question, number, count, problem } = questions;
  const key = questionKey(question);
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each question
  useEffect(() => {
    const box = place.current?.querySelector("input") ?? place.current?.querySelector<HTMLElement>("#question");
    box?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [key]);
  const Heading = sitting === "alone" ? "h1" : "h2";
  return (
    <div className="i-ask" ref={place} data-test={hook("question")} data-asks={question.asks}>
      <p className="i-ask__number">
        <Both say={({ t }) => t("interview.number", { number, count })} />
      </p>
      <Who form={form} question={question} />
      <Heading id="question" className="i-ask__question" tabIndex={-1}>
        <Both say={({ t }) => t(`interview.ask.${question.asks}`)} />
      </Heading>
      <Answer {...{ form, set, question, sitting }} next={questions.next} />
      {problem && (
        <p className="i-ask__problem" id="problem" role="alert">
          <Both say={({ t }) => t(`interview.wrong.${problem}`)} />
        </p>
      )}
    </div>
  );
};

/** Whom the question is about: by the name that was given, else by sex and age. */
const Who = ({ form, question }: Pick<QuestionViewProps, "form"> & { readonly question: Question }) => {
  const today = useToday();
  const { theirs } = useVoices();
  const place = form.people.findIndex(({ id }) => id === question.person);
  const person = form.people[place];
  if (!person) return null;
  if (person.givenName !== "" && question.asks !== "givenName")
    return (
      <p className="i-ask__who" lang={theirs.language}>
        {person.givenName}
      </p>
    );
  const kind = kinds[isChildOnForm(person, today) ? "child" : "adult"][person.sex === "m" ? "m" : "f"];
  const say = ({ t }: Voice) => `${place + 1}. ${t(`interview.who.${kind}`)}, ${bandInDigits[person.band]}`;
  return (
    <p className="i-ask__who">
      <Both say={say} />
    </p>
  );
};

const kinds = { adult: { f: "woman", m: "man" }, child: { f: "girl", m: "boy" } } as const;
