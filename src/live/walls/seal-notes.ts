import type { NewDocument } from "../../domain/merge/new-document.ts";
import type { Author } from "../../domain/merge/next-version.ts";
import type { Id } from "../../domain/model/field.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { NoteContent, SealedFor } from "../../domain/walls/note-content.ts";
import type { Writer } from "../../store/writer.ts";

/** Seals a note so that this phone cannot read it any more; nothing where the server's key is not here yet. */
export type SealNote = (content: NoteContent, to: SealedFor) => Promise<string | undefined>;

/** What sealing takes: the server's key, the author, and new ids. */
export type Sealing = {
  readonly sealNote: SealNote;
  readonly author: () => Author;
  readonly newId: <K extends string>(prefix: K) => Id<K>;
};

export type NotedPerson = { readonly site: string; readonly personId: Person["_id"] };

/** Sealed notes about one person as they are to be added at the site, under `ids` where these are decided already. Nothing where one of them cannot be sealed. */
export const sealNotes = async (
  { sealNote, author, newId }: Sealing,
  whose: NotedPerson,
  notes: readonly NoteContent[],
  ids: readonly Id<"sealed-note">[] = [],
): Promise<readonly NewDocument[] | undefined> => {
  const made: NewDocument[] = [];
  for (const [place, content] of notes.entries()) {
    const id = ids[place] ?? newId("sealed-note");
    const { at } = author();
    const box = await sealNote(content, { id, ...whose });
    if (box === undefined) return undefined;
    made.push({ kind: "sealedNote", id, content: { ...whose, at, box }, begins: true });
  }
  return made;
};

/**
 * Adds sealed notes at a site. True once they are on the disk. A note that is there under the same id was saved by an earlier tap: a box cannot be compared with another
 * one, and an id is decided for one note.
 */
export const addSealed = async (writer: Writer, database: string, sealed: readonly NewDocument[]): Promise<boolean> => {
  const added = await writer.add(database, sealed);
  return added.ok || added.error.type === "AlreadyThere";
};
