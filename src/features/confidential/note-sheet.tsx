import { useState } from "react";
import type { Person } from "../../domain/model/kinds/person.ts";
import { askedTopics } from "../../domain/walls/note-content.ts";
import { emptyNote, type TypedNote, type WriteNoteError, writeNote } from "../../domain/walls/write-note.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../ui/fields/choice/choice-chips.tsx";
import { TextArea } from "../../ui/fields/text/text-area.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { NoteParts } from "./note-parts.tsx";
import { type SealResult, useSeal } from "./use-seal.ts";

type NoteSheetProps = {
  readonly person: Person;
  /** What was typed before the sheet was closed without saving. */
  readonly typed: TypedNote;
  readonly onType: (change: (before: TypedNote) => TypedNote) => void;
  readonly onClose: () => void;
};

/** A note that is sealed as it is saved: its author does not see it again. */
export const NoteSheet = ({ person, typed, onType, onClose }: NoteSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const seal = useSeal(person);
  const [wrong, setWrong] = useState<WriteNoteError>();
  const [became, setBecame] = useState<SealResult>();
  const [isSaving, setSaving] = useState(false);
  const change = (part: Partial<TypedNote>) => {
    setWrong(undefined);
    onType((before) => ({ ...before, ...part }));
  };
  const error = (field: WriteNoteError["field"]) => (wrong?.field === field ? errorText(wrong) : undefined);
  const save = async () => {
    const written = writeNote(typed);
    setWrong(written.ok ? undefined : written.error);
    if (!written.ok || isSaving) return;
    setSaving(true);
    const result = await seal(written.value);
    setSaving(false);
    if (result !== "sealed") return setBecame(result);
    onType(() => emptyNote);
    onClose();
  };
  const { topic } = typed;
  return (
    <Sheet
      open
      title={t("confidential.sheet.title", { name: usePersonLabels().name(person) })}
      onClose={onClose}
      actions={
        <Button look="primary" wide icon="lock" busy={isSaving} onPress={() => void save()}>
          {t("confidential.sheet.save")}
        </Button>
      }
    >
      <Stack>
        {became === "NotSaved" && <Refusal error={{ type: "NotSaved" }} />}
        {became === "noKey" && <Notice kind="warning" title={t("confidential.sheet.noKey")} />}
        <ChoiceChips
          id="note-topic"
          label={t("confidential.sheet.topic")}
          hint={topic && t(`confidential.sheet.readers.${topic}`)}
          error={error("topic")}
          columns={2}
          options={askedTopics.map((value) => ({ value, label: label("noteTopic", value) }))}
          value={topic}
          onChange={(chosen) => change({ topic: chosen })}
        />
        <NoteParts typed={typed} change={change} error={error} />
        {topic && topic !== "talk_private" && (
          <TextArea
            id="note-text"
            label={t("confidential.sheet.text")}
            hint={t("confidential.sheet.textHint")}
            error={error("text")}
            maxLength={500}
            value={typed.text}
            onChange={(text) => change({ text })}
          />
        )}
      </Stack>
    </Sheet>
  );
};
