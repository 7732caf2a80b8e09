import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useLive } from "../../live/use-live.ts";
import { confidentialNotesIn, type NoteInPlace } from "../../live/walls/confidential-notes.ts";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { NoteCard } from "./note-card.tsx";

/** The confidential notes that the account may read, of all its databases: what is to be done first. Works offline. */
export const NotesPage = () => {
  const t = useT();
  const notes = useLive(confidentialNotesIn, useLiveContext().databases);
  return (
    <Page title={t("confidential.list.title")} lede={t("confidential.list.lede")}>
      {notes.length === 0 ? (
        <Empty title={t("confidential.list.none")} icon="check" />
      ) : (
        <Stack space="section">
          <NoteList title={t("confidential.list.open")} notes={notes.filter(({ note }) => !note.settled)} />
          <NoteList title={t("confidential.list.settled")} notes={notes.filter(({ note }) => note.settled)} />
        </Stack>
      )}
    </Page>
  );
};

const NoteList = ({ title, notes }: { readonly title: string; readonly notes: readonly NoteInPlace[] }) =>
  notes.length > 0 && (
    <Section title={title}>
      <Stack>
        {notes.map(({ database, note }) => (
          <NoteCard key={`${database}/${note._id}`} database={database} note={note} />
        ))}
      </Stack>
    </Section>
  );
