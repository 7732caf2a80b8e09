import type { NewDocument } from "../../domain/merge/new-document.ts";
import type { Author } from "../../domain/merge/next-version.ts";
import { databaseTypeOf } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Id } from "../../domain/model/field.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { NoteContent, SealedFor } from "../../domain/walls/note-content.ts";
import { wallOff } from "../../domain/walls/walled-needs.ts";
import type { Writer } from "../../store/writer.ts";
import type { Records } from "../records.ts";

/** Seals a note so that nobody on this phone can read it; nothing where the server's key is not here yet. */
export type SealNote = (content: NoteContent, to: SealedFor) => Promise<string | undefined>;

export type Walls = {
  readonly seal: SealNote;
  readonly author: () => Author;
  readonly newId: <K extends string>(prefix: K) => Id<K>;
};

/**
 * A writer by which what may not stay at a site goes to it sealed, whatever screen it was ticked on: health, and the wish to talk in private. The note is on
 * the disk before the record is, or with it, so that none is lost in between. Where the server's key is not known yet the record keeps what was ticked, and
 * the server moves it.
 */
export const wallingWriter = (writer: Writer, records: Records, walls: Walls): Writer => ({
  ...writer,
  add: async (database, drafts) => {
    const walled = await Promise.all(
      drafts.map(async (draft) => {
        if (!isPersonOfSite(database, draft.kind)) return [draft];
        const { person, notes } = wallOff(draft.content as Person);
        const sealed = await sealAll(
          walls,
          { site: (draft.content as Person).site, personId: draft.id as Person["_id"] },
          notes,
        );
        return sealed ? [{ ...draft, content: person }, ...sealed] : [draft];
      }),
    );
    return writer.add(database, walled.flat());
  },
  change: async (database, id, command) => {
    const before = records.table(database, "person").rows().get(id);
    if (!before || !isPersonOfSite(database, before.kind)) return writer.change(database, id, command);
    const asked = command(before as never);
    const { notes } = asked.ok ? wallOff(asked.value as unknown as Person) : { notes: [] };
    if (notes.length === 0) return writer.change(database, id, command);
    const sealed = await sealAll(walls, { site: before.site, personId: before._id }, notes);
    if (!sealed) return writer.change(database, id, command);
    const noted = await writer.add(database, sealed);
    if (!noted.ok) return noted as never;
    return writer.change(database, id, (current: never) => {
      const done = command(current);
      return done.ok
        ? ({ ...done, value: wallOff(done.value as unknown as Person).person } as unknown as typeof done)
        : done;
    });
  },
});

const isPersonOfSite = (database: string, kind: Document["kind"]): boolean =>
  kind === "person" && databaseTypeOf(database) === "site";

/** Nothing where one of them cannot be sealed. */
const sealAll = async (
  walls: Walls,
  whose: Pick<Person, "site"> & { readonly personId: Person["_id"] },
  notes: readonly NoteContent[],
): Promise<readonly NewDocument[] | undefined> => {
  const made: NewDocument[] = [];
  for (const content of notes) {
    const note = await sealedNoteOf(walls, whose, content);
    if (!note) return undefined;
    made.push(note);
  }
  return made;
};

/** A sealed note as it is to be added at the site. */
export const sealedNoteOf = async (
  { seal, author, newId }: Walls,
  { site, personId }: { readonly site: string; readonly personId: Person["_id"] },
  content: NoteContent,
): Promise<NewDocument | undefined> => {
  const id = newId("sealed-note");
  const { by, at } = author();
  const box = await seal(content, { id, site, personId });
  return box === undefined
    ? undefined
    : { kind: "sealedNote", id, content: { site, personId, at, by, box }, begins: true };
};
