import { type FormEvent, useEffect, useRef, useState } from "react";
import type { IntakeForm } from "../../../domain/intake/intake-form.ts";
import { nextOpen } from "../../../domain/interview/progress.ts";
import { questionKey, questionsOf } from "../../../domain/interview/questions.ts";
import type { OpenDraft } from "../../../forms/use-draft.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { hook } from "../../../ui/test-hooks.ts";
import { QuestionView } from "./question-view.tsx";
import { useBackWithin } from "./use-back-within.ts";
import { useQuestions } from "./use-questions.ts";
import { Both, useVoices } from "./voices.tsx";

type Props = {
  readonly draft: OpenDraft<IntakeForm>;
  /** The question at which the phone was handed over. */
  readonly at: string | undefined;
  readonly onLock: () => void;
};

/** The questions as a person answers them unseen, and the thanks at the end. */
export const AnswersAlone = ({ draft, at, onLock }: Props) => {
  const today = useToday();
  const { theirs } = useVoices();
  const { values: form, set } = draft;
  const [start] = useState(() => {
    const questions = questionsOf(form, "alone", today);
    const open = questions.find((one) => questionKey(one) === at) ?? nextOpen(form, "alone", today);
    return open && questionKey(open);
  });
  const questions = useQuestions({ ...draft, sitting: "alone", start });
  const { question, next, back } = questions;
  // Once the phone is given back nobody looks at the answers again, not by Back either.
  const [isStopped, setIsStopped] = useState(false);
  const isOver = isStopped || question === undefined;
  useBackWithin(() => {
    if (!isOver) back();
    return true;
  });
  if (isOver) return <Thanks onLock={onLock} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!leadsOn.has(question.asks)) next();
  };
  return (
    <form onSubmit={submit} noValidate lang={theirs.language}>
      <main className="p-page" id="main" tabIndex={-1}>
        <div className="p-page__body">
          <QuestionView form={form} set={set} questions={{ ...questions, question }} sitting="alone" />
          <Button look="quiet" wide onPress={() => setIsStopped(true)}>
            {theirs.t("interview.stop")}
          </Button>
        </div>
        <div className="p-page__actions">
          {questions.number > 1 && (
            <Button icon="back" onPress={back}>
              {theirs.t("interview.back")}
            </Button>
          )}
          {!leadsOn.has(question.asks) && (
            <Button look="primary" submits>
              {theirs.t("interview.next")}
            </Button>
          )}
        </div>
      </main>
    </form>
  );
};

/** Questions that only an answer leads on from. */
const leadsOn: ReadonlySet<string> = new Set(["notice", "talk"]);

/** Asks for the phone back, in the person's language; the button under it is the volunteer's. */
const Thanks = ({ onLock }: Pick<Props, "onLock">) => {
  const t = useT();
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="p-page i-ask i-ask--end" id="main" data-test={hook("given-back")}>
      <h1 ref={heading} className="i-ask__question" tabIndex={-1}>
        <Both say={({ t: say }) => say("interview.thanks")} />
      </h1>
      <p className="i-ask__text">
        <Both say={({ t: say }) => say("interview.giveBack")} />
      </p>
      <div lang={language}>
        <Button wide icon="lock" onPress={onLock}>
          {t("interview.unlock")}
        </Button>
      </div>
    </main>
  );
};
