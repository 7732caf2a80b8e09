import { useState } from "react";
import { emptyIntake, headcountOf, type IntakeForm } from "../../../domain/intake/intake-form.ts";
import { type IntakeProblem, registerGroup } from "../../../domain/intake/register-group.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { type OpenDraft, useDraft } from "../../../forms/use-draft.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import { useToday } from "../../../live/use-today.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { askHref, groupHref } from "../addresses.ts";
import { IntakeScreen } from "./intake-screen.tsx";
import { isRegistered, SavedForm, useStartAnew } from "./saved-form.tsx";
import { useIntakeOfGroup } from "./use-intake-of-group.ts";

type Props = { readonly site: string; readonly groupId: Id<"group"> };

/** A group on one screen: counts, surname, people, how to reach them, notice. Every key is kept; it can be saved after the counts. */
export const RegisterPage = (props: Props) => {
  const { records } = useLiveContext();
  // As it was when the page was opened: saving the form must not turn it away while it is shown.
  const [isSaved] = useState(() => isRegistered(records, props.site, props.groupId));
  return isSaved ? <SavedForm {...props} /> : <OpenForm {...props} />;
};

const OpenForm = ({ site, groupId }: Props) => {
  const t = useT();
  const counted = useIntakeOfGroup(site, groupId);
  const { author } = useLiveContext();
  const draft = useDraft<IntakeForm>(
    `intake:${groupId}`,
    "intake",
    () => counted() ?? emptyIntake(groupId, author().at),
  );
  if (draft.state === "opening") return <Loading label={t("app.opening")} mayHang />;
  return <IntakeOfDraft site={site} draft={draft} />;
};

type Open = OpenDraft<IntakeForm>;

const IntakeOfDraft = ({ site, draft }: { readonly site: string; readonly draft: Open }) => {
  const t = useT();
  const errorText = useErrorText();
  const { refusal, save, ...saving } = useSaveIntake(site, draft);
  const { values, restored } = draft;
  return (
    <IntakeScreen
      title={t("intake.title")}
      site={site}
      back="/arrivals"
      save={t("intake.save", { count: headcountOf(values) })}
      form={values}
      set={draft.set}
      {...saving}
      onSave={() => void save()}
      notice={
        <>
          {refusal && (
            <Notice kind="danger">
              {refusal.type === "AlreadyThere" ? errorText({ type: "AlreadyThere" }) : t("intake.notSaved")}
            </Notice>
          )}
          <LinkButton href={askHref(values.groupId)} icon="language">
            {t("intake.ask")}
          </LinkButton>
          {restored && <Notice>{t(values.isFromPractice ? "intake.fromPractice" : "intake.restored")}</Notice>}
        </>
      }
    />
  );
};

/** Saves the group and all its people in one commit, then shows it. What is wrong is answered at the fields, nothing is lost. */
const useSaveIntake = (site: string, draft: Open) => {
  const { act, refusal } = useCommand(siteDatabase(site));
  const doing = useAttribution();
  const today = useToday();
  const { records } = useLiveContext();
  const { replace } = useNavigation();
  const startAnew = useStartAnew();
  // Whether the form completes a group that was counted before, which another volunteer may complete before this form is saved.
  const [wasCounted] = useState(() => records.all(siteDatabase(site), "group").has(draft.values.groupId));
  const [problems, setProblems] = useState(noProblems);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const { groupId } = draft.values;
    const completes = records.all(siteDatabase(site), "group").has(groupId) && !isRegistered(records, site, groupId);
    const documents = registerGroup(draft.values, { site, today, completes }, doing());
    setProblems(documents.ok ? noProblems : documents.error);
    if (!documents.ok) return setAttempt((before) => before + 1);
    setBusy(true);
    if (await act(documents)) {
      void draft.discard();
      return replace(groupHref(groupId));
    }
    // Another tab has saved it since, or it was never saved under this id: what was typed goes on as a group of its own.
    if (isRegistered(records, site, groupId) && !wasCounted) return startAnew(draft.values);
    setBusy(false);
    setAttempt((before) => before + 1);
  };
  return { problems, refusal, attempt, busy, save };
};

const noProblems: readonly IntakeProblem[] = [];
