import { readRefusal } from "../../../domain/attention/refusal.ts";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { FiledRecord } from "../../../live/records.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

type RecordStateProps = {
  readonly filed: FiledRecord;
  /** Only what is wrong, where it is being put right. */
  readonly brief?: boolean;
};

/** *Saved here*, *sent* or *needs attention*, with what is wrong in plain words. */
export const RecordState = ({ filed: { database, sending }, brief }: RecordStateProps) => {
  const t = useT();
  const errorText = useErrorText();
  const words = useFieldLabels(database);
  const { dayAndTime } = useFormats();
  if (sending.state === "sent") return <Notice kind="success" title={t("attention.state.sent")} />;
  if (sending.state === "savedHere")
    return (
      <Notice kind="info" title={t("attention.state.savedHere")}>
        {t("attention.state.savedHereText")}
      </Notice>
    );
  const { why, field, problem } = readRefusal(sending.reason);
  return (
    <Notice kind="warning" title={t(`record.refused.${why}.title`)}>
      <Stack space="tight">
        {field && <p>{[words.label(field), problem && errorText({ type: problem })].filter(Boolean).join(": ")}</p>}
        <p>{t(`record.refused.${why}.text`)}</p>
        {!brief && <p>{t("attention.state.since", { at: dayAndTime(sending.at) })}</p>}
      </Stack>
    </Notice>
  );
};
