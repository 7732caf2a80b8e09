import { isWalled } from "../../domain/model/databases.ts";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useLive } from "../../live/use-live.ts";
import { confidentialNotesIn } from "../../live/walls/confidential-notes.ts";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { NoteCard } from "./note-card.tsx";

/** What was noted of people for whoever is signed in, of all that they may read: what is to be done first. Works offline. */
export const NotesPage = () => {
  const t = useT();
  const databases = useLiveContext().databases.filter(isWalled);
  return (
    <Page title={t("confidential.list.title")} lede={t("confidential.list.lede")}>
      <Stack space="section">
        {databases.map((database) => (
          <NotesIn key={database} database={database} />
        ))}
      </Stack>
    </Page>
  );
};

const NotesIn = ({ database }: { readonly database: string }) => {
  const t = useT();
  const notes = useLive(confidentialNotesIn, database);
  const [open, settled] = [notes.filter((note) => !note.settled), notes.filter((note) => note.settled)];
  if (notes.length === 0) return <Empty title={t("confidential.list.none")} icon="check" />;
  return (
    <>
      <NoteList title={t("confidential.list.open")} database={database} notes={open} />
      <NoteList title={t("confidential.list.settled")} database={database} notes={settled} />
    </>
  );
};

type NoteListProps = {
  readonly title: string;
  readonly database: string;
  readonly notes: readonly ConfidentialNote[];
};

const NoteList = ({ title, database, notes }: NoteListProps) =>
  notes.length > 0 && (
    <Section title={title}>
      <Stack>
        {notes.map((note) => (
          <NoteCard key={note._id} database={database} note={note} />
        ))}
      </Stack>
    </Section>
  );
