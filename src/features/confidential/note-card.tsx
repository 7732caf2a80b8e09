import { ageRangeOf } from "../../domain/dates/age.ts";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import { waitsTooLong } from "../../domain/walls/take-note.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useSiteName } from "../../forms/use-site-name.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useNow } from "../../live/use-now.ts";
import { useToday } from "../../live/use-today.ts";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Card } from "../../ui/page/card.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { OfChild } from "./child/of-child.tsx";
import { NoteActs } from "./note-acts.tsx";
import { NoteWords } from "./note-words.tsx";

type NoteCardProps = { readonly database: string; readonly note: ConfidentialNote };

/** One note with what it says, who has taken charge, and what was done. */
export const NoteCard = ({ database, note }: NoteCardProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const today = useToday();
  const words = usePersonLabels();
  const isLate = waitsTooLong(note, useNow());
  const site = useSiteName(note.site) ?? note.site;
  const age = note.birth && words.age(ageRangeOf(note.birth, today));
  const [who, what, when] = ["who", "what", "when"].map((part) => `${note._id}-${part}`);
  const { struckBy, struckAt, takenBy, takenAt, measures = [], settled, done } = note;
  return (
    <Card labelledBy={`${who} ${what} ${when}`}>
      <Stack>
        <h3 id={who}>{[note.personName ?? t("confidential.list.nameless"), age].filter(Boolean).join(", ")}</h3>
        <NoteWords id={what} note={note} />
        <p id={when}>{t("confidential.list.from", { site, when: dayAndTime(note.at), who: note.by })}</p>
        {struckBy && struckAt && (
          <Notice kind="warning" title={t("confidential.list.struck", { who: struckBy, when: dayAndTime(struckAt) })} />
        )}
        {isLate && <Notice kind="danger" title={t("confidential.list.late", { when: dayAndTime(note.at) })} />}
        {takenBy && takenAt && <p>{t("confidential.list.taken", { who: takenBy, when: dayAndTime(takenAt) })}</p>}
        {measures.map(({ at, by, text }) => (
          <p key={`${at} ${by}`}>{t("confidential.list.measured", { who: by, when: dayAndTime(at), text })}</p>
        ))}
        {settled && done && <p>{done}</p>}
        <OfChild note={note} />
        <NoteActs database={database} note={note} />
      </Stack>
    </Card>
  );
};
