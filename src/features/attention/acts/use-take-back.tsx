import { type ReactNode, useState } from "react";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { DoneAct, TakeBackOutcome } from "../../../live/acts/acts.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { useLaterActs } from "./use-later-acts.ts";

type Question = { readonly act: DoneAct; readonly found: Extract<TakeBackOutcome, { readonly type: "asks" }> };

/** What came of taking back the act of this id. */
type Said = { readonly act: number; readonly text: string; readonly refused?: true };

/**
 * Takes an act back, and asks first where something was done since. `said`: what came of it, or why nothing did; `dialog` belongs onto the page.
 */
export const useTakeBack = () => {
  const t = useT();
  const laterActs = useLaterActs();
  const words = usePersonLabels();
  const { and } = useFormats();
  const { acts } = useLiveContext();
  const [question, setQuestion] = useState<Question>();
  const [said, setSaid] = useState<Said>();

  const takeBack = async (act: DoneAct, isSure = false): Promise<void> => {
    setQuestion(undefined);
    const outcome = await act.takeBack(isSure);
    if (outcome.type === "asks" && outcome.isPossible) return setQuestion({ act, found: outcome });
    if (outcome.type === "asks") return setSaid({ act: act.id, text: t("shell.acts.tooLate"), refused: true });
    if (outcome.type === "notSaved") return setSaid({ act: act.id, text: t("shell.acts.notSaved"), refused: true });
    acts.getState().markTakenBack(act.id);
    setSaid({ act: act.id, text: t("shell.acts.takenBack", { act: act.said }) });
  };
  const dialog: ReactNode = (
    <ConfirmDialog
      open={question !== undefined}
      title={t("shell.acts.asksTitle")}
      confirmLabel={t("shell.acts.confirm")}
      cancelLabel={t("shell.acts.leave")}
      onConfirm={() => question && void takeBack(question.act, true)}
      onCancel={() => setQuestion(undefined)}
    >
      {question && (
        <>
          {question.found.later.length > 0 && (
            <p>{t("shell.acts.asksLater", { later: laterActs(question.found.later) })}</p>
          )}
          {question.found.alone.length > 0 && (
            <p>{t("shell.acts.alone", { names: and(question.found.alone.map((child) => words.name(child))) })}</p>
          )}
          <p>{question.found.hasChanged ? t("shell.acts.changed") : t("shell.acts.asksStays")}</p>
        </>
      )}
    </ConfirmDialog>
  );
  return { takeBack, said, hush: () => setSaid(undefined), dialog };
};
