import { useState } from "react";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import { canBeCalled, telHref } from "../../domain/numbers/tel-href.ts";
import { reopenNote, type SettleNoteError, settleNote, takeNote } from "../../domain/walls/take-note.ts";
import { useSiteName } from "../../forms/use-site-name.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useAttribution, useChange } from "../../live/use-change.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { TextArea } from "../../ui/fields/text/text-area.tsx";
import { Card } from "../../ui/page/card.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type NoteCardProps = { readonly database: string; readonly note: ConfidentialNote };

/** One note with what it says, who has taken charge, and what was done. */
export const NoteCard = ({ database, note }: NoteCardProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const site = useSiteName(note.site) ?? note.site;
  const id = `${note._id}-who`;
  return (
    <Card labelledBy={id}>
      <Stack>
        <h3 id={id}>{note.personName ?? t("confidential.list.nameless")}</h3>
        <p>{t("confidential.list.from", { site, when: dayAndTime(note.at), who: note.by })}</p>
        <NoteWords note={note} />
        {note.takenBy && note.takenAt && (
          <p>{t("confidential.list.taken", { who: note.takenBy, when: dayAndTime(note.takenAt) })}</p>
        )}
        {note.settled && note.done && <p>{note.done}</p>}
        <NoteActs database={database} note={note} />
      </Stack>
    </Card>
  );
};

const NoteWords = ({ note: { topic, needs = [], contact, paper, text } }: Pick<NoteCardProps, "note">) => {
  const t = useT();
  const label = useCodeLabel();
  const safe = contact?.safeToCall;
  return (
    <>
      <p>{[label("noteTopic", topic), ...needs.map((need) => label("healthNeed", need))].join(" · ")}</p>
      {contact && <p>{[contact.raw, contact.whose].filter(Boolean).join(" · ")}</p>}
      {isAnswer(safe) && <p>{t("confidential.list.mayCall", { answer: t(`confidential.safe.${safe}`) })}</p>}
      {contact && safe !== "no" && canBeCalled(contact.raw) && (
        <a href={telHref(contact.raw)}>{t("confidential.list.call", { number: contact.raw })}</a>
      )}
      {paper && <p>{[paper.type, paper.number].filter(Boolean).join(" · ")}</p>}
      {text && <p>{text}</p>}
    </>
  );
};

const isAnswer = (said: string | undefined): said is "yes" | "no" | "unknown" =>
  said === "yes" || said === "no" || said === "unknown";

const NoteActs = ({ database, note }: NoteCardProps) => {
  const t = useT();
  const change = useChange(database, "confidentialNote");
  const doing = useAttribution();
  const [done, setDone] = useState("");
  const [refusal, setRefusal] = useState<SettleNoteError | { readonly type: "NotSaved" }>();
  const act = async (command: Parameters<typeof change<SettleNoteError>>[1]) => {
    const saved = await change(note._id, command).catch(() => undefined);
    if (saved?.ok) return setRefusal(undefined);
    setRefusal({ type: saved?.error.type === "WordsMissing" ? "WordsMissing" : "NotSaved" });
  };
  if (note.settled)
    return (
      <Button look="quiet" icon="undo" onPress={() => void act(reopenNote)}>
        {t("confidential.list.reopen")}
      </Button>
    );
  return (
    <>
      {refusal && <Refusal error={refusal} />}
      {note.takenBy ? (
        <>
          <TextArea
            id={`${note._id}-done`}
            label={t("confidential.list.done")}
            maxLength={500}
            value={done}
            onChange={setDone}
          />
          <Button icon="check" wide onPress={() => void act((current) => settleNote(current, done, doing()))}>
            {t("confidential.list.settle")}
          </Button>
        </>
      ) : (
        <Button look="primary" wide icon="check" onPress={() => void act((current) => takeNote(current, doing()))}>
          {t("confidential.list.take")}
        </Button>
      )}
    </>
  );
};
