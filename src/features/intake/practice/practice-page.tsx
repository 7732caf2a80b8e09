import { useEffect, useRef, useState } from "react";
import type { IntakeForm } from "../../../domain/intake/intake-form.ts";
import { practiceIntake } from "../../../domain/intake/invented-intake.ts";
import { holdsReal, type PracticeIntake, withoutInvented } from "../../../domain/intake/practice-intake.ts";
import { type IntakeProblem, registerGroup } from "../../../domain/intake/register-group.ts";
import { useDrafts } from "../../../forms/drafts-context.tsx";
import { type OpenDraft, useDraft } from "../../../forms/use-draft.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useAttribution } from "../../../live/use-change.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { practiceDoneHref, practiceHref, registerHref } from "../addresses.ts";
import { IntakeScreen } from "../registration/intake-screen.tsx";
import { PracticeDone } from "./practice-done.tsx";

type Props = {
  readonly site: string;
  /** Whether what a saved group would look like is shown. */
  readonly isDone: boolean;
  readonly back: string;
};

/**
 * The form of a group with an invented family in it. Nothing of it becomes a document: no command is given to the writer, and
 * the draft lies with the other drafts of this account, which are never sent.
 */
export const PracticePage = ({ site, isDone, back }: Props) => {
  const t = useT();
  const { newId, author } = useLiveContext();
  const begin = () => {
    const names = {
      surname: t("first.practice.surname"),
      mother: t("first.practice.mother"),
      daughter: t("first.practice.daughter"),
    };
    return practiceIntake(names, author().at, newId);
  };
  const draft = useDraft<PracticeIntake>(practiceDraft, "practice", begin);
  if (draft.state === "opening") return <Loading label={t("app.opening")} mayHang />;
  return <Practice {...{ site, isDone, back, draft, begin }} />;
};

type OpenProps = Props & { readonly draft: OpenDraft<PracticeIntake>; readonly begin: () => PracticeIntake };

const Practice = ({ site, isDone, back, draft, begin }: OpenProps) => {
  const t = useT();
  const doing = useAttribution();
  const today = useToday();
  const { replace } = useNavigation();
  const { form } = draft.values;
  const [problems, setProblems] = useState(noProblems);
  const [attempt, setAttempt] = useState(0);
  const { register, hasFailed } = useRealRegistration(draft);
  // Practice that was looked at to the end is done with, unless somebody real may be in it.
  const { discard } = draft;
  const isSpent = isDone && !holdsReal(draft.values);
  useEffect(() => (isSpent ? () => void discard() : undefined), [isSpent, discard]);

  const set = (change: (form: IntakeForm) => IntakeForm) =>
    draft.set((values) => ({ ...values, form: change(values.form) }));
  const save = () => {
    const documents = registerGroup(form, { site, today }, doing());
    setProblems(documents.ok ? noProblems : documents.error);
    if (documents.ok) replace(practiceDoneHref);
    else setAttempt((before) => before + 1);
  };
  const startAgain = () => {
    draft.set(begin);
    replace(practiceHref);
  };
  const notice = (
    <>
      {hasFailed && <Notice kind="danger">{t("intake.notSaved")}</Notice>}
      {draft.restored && !isDone && <Notice>{t("intake.restored")}</Notice>}
      <Notice
        kind="warning"
        title={t("first.practice.notice")}
        action={<Button onPress={() => void register()}>{t("first.practice.real")}</Button>}
      >
        {!isDone && t("first.practice.noticeText")}
      </Notice>
    </>
  );
  if (isDone) return <PracticeDone {...{ form, back, notice }} onAgain={startAgain} />;
  return (
    <IntakeScreen
      title={t("first.practice.title")}
      back={back}
      save={t("first.practice.save")}
      about={t("first.practice.notice")}
      {...{ form, set, problems, attempt, notice }}
      onSave={save}
    />
  );
};

/** Goes on with what was typed, and with nothing that was invented, as the form of a group that is to be registered. Once, however often it is tapped. */
const useRealRegistration = (draft: OpenDraft<PracticeIntake>) => {
  const drafts = useDrafts();
  const { newId, author } = useLiveContext();
  const { replace } = useNavigation();
  const isUnderWay = useRef(false);
  const [hasFailed, setHasFailed] = useState(false);
  const register = async (): Promise<void> => {
    if (isUnderWay.current) return;
    if (!holdsReal(draft.values)) return replace("/arrivals/new");
    isUnderWay.current = true;
    const values = { ...withoutInvented(draft.values), groupId: newId("group"), openedAt: author().at };
    try {
      await drafts.write({ id: `intake:${values.groupId}`, form: "intake", savedAt: author().at, values });
      await draft.discard();
      replace(registerHref(values.groupId));
    } catch {
      isUnderWay.current = false;
      setHasFailed(true);
    }
  };
  return { register, hasFailed };
};

const practiceDraft = "practice";
const noProblems: readonly IntakeProblem[] = [];
