import { hasWords } from "../../../domain/model/has-words.ts";
import type { BedWarning } from "../../../domain/roster/bed-warnings.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";
import type { BedChoice } from "./use-bed-choice.ts";

type WatchOverProps = {
  readonly choice: BedChoice;
  readonly warnings: readonly BedWarning[];
  readonly words: string;
  readonly isMissing: boolean;
  readonly onWords: (words: string) => void;
};

/** Names the children who would sleep among strangers, and asks who watches over them. The bed is given with an answer. */
export const WatchOver = ({ choice: { group, view }, warnings, words, isMissing, onWords }: WatchOverProps) => {
  const t = useT();
  const labels = usePersonLabels();
  const errorText = useErrorText();
  const { and } = useFormats();
  const children = warnings.flatMap((warning) => {
    if (warning.type !== "ChildWithStrangers") return [];
    return group.find(({ _id }) => _id === warning.personId) ?? view.residents.get(warning.personId)?.person ?? [];
  });
  if (children.length === 0) return null;
  return (
    <>
      <Notice kind="danger">{t("safeguarding.room.ask", { names: and(children.map(labels.name)) })}</Notice>
      <TextArea
        id="watch-over"
        label={t("safeguarding.room.label")}
        error={isMissing && !hasWords(words) ? errorText({ type: "WordsMissing" }) : undefined}
        rows={2}
        maxLength={200}
        value={words}
        onChange={onWords}
      />
    </>
  );
};
