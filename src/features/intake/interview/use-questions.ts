import { useState } from "react";
import type { IntakeForm } from "../../../domain/intake/intake-form.ts";
import { answerProblem } from "../../../domain/interview/answers.ts";
import { questionBeside, withAsked } from "../../../domain/interview/progress.ts";
import { type Question, questionKey, questionsOf, type Sitting } from "../../../domain/interview/questions.ts";
import type { OpenDraft } from "../../../forms/use-draft.ts";
import { useToday } from "../../../live/use-today.ts";

export type Questions = {
  /** Nothing once the last one is passed. */
  readonly question: Question | undefined;
  /** Its place, from 1, among as many as there are now. */
  readonly number: number;
  readonly count: number;
  readonly problem: ReturnType<typeof answerProblem>;
  /** To the next question, with what was answered by the same tap; stays where the answer cannot be taken. */
  readonly next: (change?: (form: IntakeForm) => IntakeForm) => void;
  /** To the question before. False where this is the first one. */
  readonly back: () => boolean;
};

type Options = Pick<OpenDraft<IntakeForm>, "values" | "set"> & {
  readonly sitting: Sitting;
  /** The key of the question to begin with; nothing where none is left. */
  readonly start: string | undefined;
};

/** Leads through the questions of an interview; each answer is in the draft before the next question is put. */
export const useQuestions = ({ values: form, set, sitting, start }: Options): Questions => {
  const today = useToday();
  const [at, setAt] = useState(start);
  const [problem, setProblem] = useState<Questions["problem"]>();
  const questions = questionsOf(form, sitting, today);
  const place = questions.findIndex((one) => questionKey(one) === at);
  const question = questions[place];
  const goTo = (other: Question | undefined) => {
    setProblem(undefined);
    setAt(other && questionKey(other));
  };
  return {
    question,
    number: place + 1,
    count: questions.length,
    problem,
    next: (change = same) => {
      if (!question) return;
      const answered = change(form);
      const wrong = answerProblem(answered, question, today);
      if (wrong) return setProblem(wrong);
      set((values) => withAsked(change(values), question));
      goTo(questionBeside(answered, { sitting, today, from: questionKey(question), step: 1 }));
    },
    back: () => {
      const before = question ? questions[place - 1] : questions.at(-1);
      if (before) goTo(before);
      return before !== undefined;
    },
  };
};

const same = (form: IntakeForm): IntakeForm => form;
