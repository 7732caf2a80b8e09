import { isWalled } from "../../domain/model/databases.ts";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import type { Records } from "../../live/records.ts";
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
  const isEmpty = useLive(areEmpty, databases.join(" "));
  return (
    <Page title={t("confidential.list.title")} lede={t("confidential.list.lede")}>
      <Stack space="section">
        {isEmpty && <Empty title={t("confidential.list.none")} icon="check" />}
        {databases.map((database) => (
          <NotesIn key={database} database={database} />
        ))}
      </Stack>
    </Page>
  );
};

/** By their names with spaces between: a view needs inputs that stay the same. */
const areEmpty = (records: Records, databases: string): boolean =>
  databases.split(" ").every((database) => confidentialNotesIn(records, database).length === 0);

const NotesIn = ({ database }: { readonly database: string }) => {
  const t = useT();
  const notes = useLive(confidentialNotesIn, database);
  const [open, settled] = [notes.filter((note) => !note.settled), notes.filter((note) => note.settled)];
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
