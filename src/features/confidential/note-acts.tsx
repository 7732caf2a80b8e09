import { useState } from "react";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import { noteMeasure, reopenNote, type SettleNoteError, settleNote, takeNote } from "../../domain/walls/take-note.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { useAttribution, useChange } from "../../live/use-change.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { TextArea } from "../../ui/fields/text/text-area.tsx";

type NoteActsProps = { readonly database: string; readonly note: ConfidentialNote };

type ActError = SettleNoteError | { readonly type: "NotSaved" };

/** Takes charge, writes down what was done, and says when nothing more is to be done. */
export const NoteActs = ({ database, note }: NoteActsProps) => {
  const t = useT();
  const errorText = useErrorText();
  const change = useChange(database, "confidentialNote");
  const doing = useAttribution();
  const [done, setDone] = useState("");
  const [refusal, setRefusal] = useState<ActError>();
  const act = async (command: Parameters<typeof change<SettleNoteError>>[1]) => {
    const saved = await change(note._id, command).catch(() => undefined);
    if (saved?.ok) setDone("");
    setRefusal(saved?.ok ? undefined : { type: saved?.error.type === "WordsMissing" ? "WordsMissing" : "NotSaved" });
  };
  const take = () => void act((current) => takeNote(current, doing()));
  if (note.settled)
    return (
      <Button look="quiet" icon="undo" onPress={() => void act((current) => reopenNote(current, doing()))}>
        {t("confidential.list.reopen")}
      </Button>
    );
  if (note.takenBy !== doing().by)
    return (
      <>
        {refusal && <Refusal error={refusal} />}
        <Button look={note.takenBy ? "quiet" : "primary"} wide icon="check" onPress={take}>
          {note.takenBy ? t("confidential.list.takeOver") : t("confidential.list.take")}
        </Button>
      </>
    );
  return (
    <>
      {refusal?.type === "NotSaved" && <Refusal error={refusal} />}
      <TextArea
        id={`${note._id}-done`}
        label={t("confidential.list.done")}
        error={refusal?.type === "WordsMissing" ? errorText(refusal) : undefined}
        maxLength={500}
        value={done}
        onChange={setDone}
      />
      <Button wide icon="edit" onPress={() => void act((current) => noteMeasure(current, done, doing()))}>
        {t("confidential.list.measure")}
      </Button>
      <Button look="quiet" wide icon="check" onPress={() => void act((current) => settleNote(current, done, doing()))}>
        {t("confidential.list.settle")}
      </Button>
    </>
  );
};
