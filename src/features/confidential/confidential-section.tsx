import { useState } from "react";
import type { Person } from "../../domain/model/kinds/person.ts";
import { emptyNote } from "../../domain/walls/write-note.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLive } from "../../live/use-live.ts";
import { sealedNotesOf } from "../../live/walls/confidential-notes.ts";
import { Button } from "../../ui/actions/button.tsx";
import { List } from "../../ui/display/list.tsx";
import { Section } from "../../ui/page/section.tsx";
import { NoteSheet } from "./note-sheet.tsx";
import { NotedRow } from "./noted-row.tsx";

type ConfidentialSectionProps = {
  readonly person: Person;
  /** False for a record that is closed. */
  readonly mayAdd: boolean;
};

/** The confidential notes about a person: when and by whom, never what. */
export const ConfidentialSection = ({ person, mayAdd }: ConfidentialSectionProps) => {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(emptyNote);
  const notes = useLive(sealedNotesOf, person.site, person._id);
  if (notes.length === 0 && !mayAdd) return null;
  return (
    <Section title={t("confidential.section.title")}>
      {notes.length > 0 && <p>{t("confidential.section.lede")}</p>}
      {notes.length > 0 && (
        <List label={t("confidential.section.title")}>
          {notes.map((note) => (
            <NotedRow key={note._id} note={note} />
          ))}
        </List>
      )}
      {mayAdd && (
        <Button icon="lock" wide onPress={() => setOpen(true)}>
          {t("confidential.add")}
        </Button>
      )}
      {isOpen && <NoteSheet person={person} typed={typed} onType={setTyped} onClose={() => setOpen(false)} />}
    </Section>
  );
};
