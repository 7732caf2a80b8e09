import { useEffect } from "react";
import { emptyIntake, type IntakeForm } from "../../../domain/intake/intake-form.ts";
import { useDraft } from "../../../forms/use-draft.ts";
import { isLanguage } from "../../../i18n/languages.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useWordsOf } from "../../../i18n/use-words-of.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { type HandedOverForm, useSession } from "../../../session/use-session.ts";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { hook } from "../../../ui/test-hooks.ts";
import { useIntakeOfGroup } from "../registration/use-intake-of-group.ts";
import { AnswersAlone } from "./answers-alone.tsx";
import { VoicesProvider } from "./voices.tsx";

type Props = HandedOverForm & {
  /** Locks the phone: behind the PIN where there is one, else fully. */
  readonly onLock: () => void;
};

/** The phone is in a person's hands: the questions in their language, and nothing else of the app. Only the volunteer's PIN or passphrase leads out. */
export const HandedOver = ({ site, groupId, language: spoken, at, onLock }: Props) => {
  const t = useT();
  const counted = useIntakeOfGroup(site, groupId);
  const { author } = useLiveContext();
  const draft = useDraft<IntakeForm>(
    `intake:${groupId}`,
    "intake",
    () => counted() ?? emptyIntake(groupId, author().at),
  );
  const language = isLanguage(spoken) ? spoken : "uk";
  const theirs = useWordsOf(language, "later");
  const product = t("ui.product");
  useEffect(() => {
    document.title = product;
  }, [product]);
  const lock = () => {
    // First the screens are gone, then there is something else on them.
    onLock();
    useSession.setState({ handedOver: undefined });
  };
  return (
    <div className="i-alone" data-test={hook("handed-over")}>
      {draft.state === "opening" || !theirs ? (
        <Loading label={t("app.opening")} />
      ) : (
        <VoicesProvider value={{ theirs: { language, t: theirs } }}>
          <AnswersAlone draft={draft} at={at} onLock={lock} />
        </VoicesProvider>
      )}
    </div>
  );
};
