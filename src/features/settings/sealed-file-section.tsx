import { useState } from "react";
import { readSealedOutboxFile, type SealedOutboxFileError } from "../../domain/exchange/sealed-outbox-file.ts";
import type { SealedItem } from "../../domain/exchange/sealed-write.ts";
import { useT } from "../../i18n/use-t.ts";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { FileField } from "../../ui/fields/file-field.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type Props = { readonly onTake: (items: readonly SealedItem[]) => Promise<void> };

/** What a phone without a network could not send, brought here as a file: sent from here, and readable by nobody on the way. */
export const SealedFileSection = ({ onTake }: Props) => {
  const t = useT();
  const [taken, setTaken] = useState<number>();
  const [refusal, setRefusal] = useState<SealedOutboxFileError | { readonly type: "NotSaved" }>();
  const open = async (file: File) => {
    const read = readSealedOutboxFile(await file.text());
    setTaken(undefined);
    setRefusal(read.ok ? undefined : read.error);
    if (!read.ok) return;
    await onTake(read.value).then(
      () => setTaken(read.value.length),
      () => setRefusal({ type: "NotSaved" }),
    );
  };
  return (
    <Section title={t("settings.sealedFile.title")}>
      <Stack>
        <p>{t("settings.sealedFile.text")}</p>
        <Refusal error={refusal} />
        {taken !== undefined && <Notice kind="success">{t("settings.sealedFile.taken", { count: taken })}</Notice>}
        <FileField
          id="sealed-file"
          label={t("settings.sealedFile.choose")}
          accept=".json,application/json"
          onChoose={(file) => void open(file)}
        />
      </Stack>
    </Section>
  );
};
