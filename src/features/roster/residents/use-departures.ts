import { useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Departure, Guard } from "../../../domain/safeguarding/release.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import {
  answerTo,
  type DepartureAnswers,
  departureOf,
  type Guarded,
  gone,
  isAnswered,
  questionsOf,
  takenAlongBy,
} from "./departures.ts";

/** With whom the children leave: what is asked, and what was answered so far. `group`: all who may be named. */
export const useDepartures = (leaving: readonly Guarded[], leavingIds: readonly string[], group: readonly Person[]) => {
  const words = usePersonLabels();
  const [answers, setAnswers] = useState<DepartureAnswers>({});
  const nameOf = (id: string) => words.name(group.find(({ _id }) => _id === id) ?? {});
  const asked = questionsOf(leaving, leavingIds, nameOf).map((question) => ({
    question,
    answer: answerTo(question, answers),
    onAnswer: (answer: DepartureAnswers[string]) =>
      setAnswers((before) => ({
        ...before,
        ...Object.fromEntries(question.children.map(({ _id }) => [_id, answer])),
      })),
  }));

  /** `guard`: as it is when it is saved. */
  const departure = (guard: Guard, childId: string): Departure => {
    const own = asked.find(({ question }) => question.children.some(({ _id }) => _id === childId));
    return departureOf(own?.answer ?? { chosen: takenAlongBy(guard, leavingIds), hasLeft: "" }, guard, nameOf);
  };

  return {
    asked,
    departure,
    hasGone: asked.some(({ answer }) => answer.chosen === gone),
    lacksAnswer: !asked.every(({ answer }) => isAnswered(answer)),
  };
};

export type AskedDeparture = ReturnType<typeof useDepartures>["asked"][number];
