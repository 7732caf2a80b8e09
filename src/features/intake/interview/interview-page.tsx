import { type FormEvent, useState } from "react";
import { emptyIntake, type IntakeForm } from "../../../domain/intake/intake-form.ts";
import { nextOpen } from "../../../domain/interview/progress.ts";
import { questionKey } from "../../../domain/interview/questions.ts";
import type { Id } from "../../../domain/model/field.ts";
import { type OpenDraft, useDraft } from "../../../forms/use-draft.ts";
import { isLanguage, type Language } from "../../../i18n/languages.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useWordsOf } from "../../../i18n/use-words-of.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useToday } from "../../../live/use-today.ts";
import { useSession } from "../../../session/use-session.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { registerHref } from "../addresses.ts";
import { isRegistered, SavedForm } from "../registration/saved-form.tsx";
import { useIntakeOfGroup } from "../registration/use-intake-of-group.ts";
import { ChooseLanguage } from "./choose-language.tsx";
import { QuestionView } from "./question-view.tsx";
import { useBackWithin } from "./use-back-within.ts";
import { useQuestions } from "./use-questions.ts";
import { VoicesProvider } from "./voices.tsx";

type Props = { readonly site: string; readonly groupId: Id<"group"> };

/** The form of a group as an interview: one question a screen, in the person's language and the volunteer's. */
export const InterviewPage = (props: Props) => {
  const { records } = useLiveContext();
  const [isSaved] = useState(() => isRegistered(records, props.site, props.groupId));
  return isSaved ? <SavedForm {...props} /> : <OpenInterview {...props} />;
};

const OpenInterview = ({ site, groupId }: Props) => {
  const t = useT();
  const counted = useIntakeOfGroup(site, groupId);
  const { author } = useLiveContext();
  const draft = useDraft<IntakeForm>(
    `intake:${groupId}`,
    "intake",
    () => counted() ?? emptyIntake(groupId, author().at),
  );
  if (draft.state === "opening") return <Loading label={t("app.opening")} mayHang />;
  return <Interview site={site} draft={draft} />;
};

type InterviewProps = { readonly site: string; readonly draft: OpenDraft<IntakeForm> };

const Interview = ({ site, draft }: InterviewProps) => {
  const t = useT();
  const today = useToday();
  const { language: own } = useLanguage();
  const { leave, replace } = useNavigation();
  const { values: form, set } = draft;
  const spoken = isLanguage(form.language) ? form.language : undefined;
  // Chosen once for a form; whoever goes back from the first question may choose again.
  const [isChosen, setIsChosen] = useState(spoken !== undefined && form.asked !== undefined);
  const language = spoken ?? own;
  const theirs = useWordsOf(language, "later");
  const [start] = useState(() => nextOpen(form, "together", today));
  const questions = useQuestions({ ...draft, sitting: "together", start: start && questionKey(start) });
  const { question, next } = questions;
  const back = () => {
    if (!isChosen) return false;
    if (!questions.back()) setIsChosen(false);
    return true;
  };
  const leaveEntry = useBackWithin(back);
  const href = registerHref(form.groupId);
  const toForm = () => leaveEntry(() => leave(href));
  const handOver = () =>
    leaveEntry(() => {
      useSession.setState({
        handedOver: { site, groupId: form.groupId, language, at: question && questionKey(question) },
      });
      // What is under the hand-over is the form: whoever unlocks the phone goes on there.
      replace(href);
    });
  const choose = (chosen: Language) => {
    set((values) => ({ ...values, language: chosen }));
    setIsChosen(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question && question.asks !== "notice") next();
    else if (!question) toForm();
  };
  if (!theirs) return <Loading label={t("app.opening")} />;
  const voices = { theirs: { language, t: theirs }, mine: language === own ? undefined : { language: own, t } };
  return (
    <form className="i-interview" onSubmit={submit} noValidate>
      <VoicesProvider value={voices}>
        <Page
          title={t("interview.title")}
          back={href}
          action={
            isChosen && (
              <>
                <Button icon="back" onPress={back}>
                  {t("interview.back")}
                </Button>
                {question?.asks !== "notice" && (
                  <Button look="primary" submits>
                    {t(question ? "interview.next" : "interview.toForm")}
                  </Button>
                )}
              </>
            )
          }
        >
          {!isChosen && <ChooseLanguage chosen={spoken} onChoose={choose} />}
          {isChosen && question && (
            <QuestionView form={form} set={set} questions={{ ...questions, question }} sitting="together" />
          )}
          {isChosen && !question && <p className="i-ask__lead">{t("interview.allAsked")}</p>}
          {isChosen && (
            <Button look="quiet" icon="person" wide onPress={handOver}>
              {t("interview.handOver")}
            </Button>
          )}
        </Page>
      </VoicesProvider>
    </form>
  );
};
