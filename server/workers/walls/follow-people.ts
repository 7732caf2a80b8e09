import { authorIn, firstVersion } from "../../../src/domain/merge/next-version.ts";
import { ownerOf, tierOf, walledDatabase } from "../../../src/domain/model/databases.ts";
import { contentFields, type Document } from "../../../src/domain/model/document.ts";
import { erase } from "../../../src/domain/model/erase.ts";
import type { Erasure } from "../../../src/domain/model/kind.ts";
import { confidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import { isChildTopic } from "../../../src/domain/walls/note-content.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "../catch-up.ts";
import { serverAuthor } from "../server-author.ts";
import { copyEach, writeEach } from "../stored-documents.ts";
import { noteDatabasesOf, notesAbout, type StoredNote } from "./notes-about.ts";

/**
 * Notes of health go with a person to the site where they are now; notes about a person who expired are erased with them, except those that concern
 * a child. What an organisation keeps stays its own: a move gives nothing to another one. Twice is once.
 */
export const followPeople: ChangeHandler = async (couch, database, changed) => {
  const site = ownerOf(database);
  if (tierOf(database) !== "site" || site === undefined) return true;
  const gone = new Map(changed.filter(isGone).map((person) => [person._id, person.erased]));
  const expired = idsOf(gone, ({ why }) => why === "expired");
  const moved = idsOf(gone, ({ why, to }) => why !== "expired" && to !== undefined);
  let isDone = true;
  const care = walledDatabase("care", site);
  for (const note of await notesAbout(couch, care, moved))
    isDone = (await moveNote(couch, care, note, gone.get(note.personId) as Erasure)) && isDone;
  if (expired.length === 0) return isDone;
  for (const place of await noteDatabasesOf(couch, site)) {
    const notes = await notesAbout(couch, place, expired);
    const over = notes.filter(({ topic }) => !isChildTopic(topic));
    isDone = (await eraseAll(couch, place, over, gone)) && isDone;
  }
  return isDone;
};

type Gone = ChangedDocument & { readonly erased: Erasure };

const isGone = (document: ChangedDocument): document is Gone => document.kind === "person" && "erased" in document;

/** Why people are gone, by their ids. */
type Erasures = ReadonlyMap<string, Erasure>;

const idsOf = (gone: Erasures, isMeant: (erased: Erasure) => boolean): readonly string[] =>
  [...gone].flatMap(([id, erased]) => (isMeant(erased) ? [id] : []));

const moveNote = async (couch: CouchClient, from: string, note: StoredNote, erased: Erasure): Promise<boolean> => {
  const to = erased.to ?? "";
  const there = walledDatabase("care", to);
  const content = Object.fromEntries(contentFields(note as unknown as Document).map((field) => [field, note[field]]));
  const author = authorIn(serverAuthor(`${erased.at}T00:00:00.000Z`), there);
  const copy = firstVersion(confidentialNote, note._id, { ...content, site: to }, author);
  const became = await copyEach(couch, there, [copy]);
  // A note that the other database refuses stays where it is.
  return became === "written"
    ? eraseAll(couch, from, [note], new Map([[note.personId, erased]]))
    : became === "refused";
};

const eraseAll = async (
  couch: CouchClient,
  database: string,
  notes: readonly StoredNote[],
  gone: Erasures,
): Promise<boolean> => {
  const placeholders = notes.map(({ _rev, _conflicts, ...note }) => {
    const erased = gone.get(note.personId as string) as Erasure;
    const author = authorIn(serverAuthor(`${erased.at}T00:00:00.000Z`), database);
    return { ...erase(confidentialNote, note as unknown as Document, erased, author), _rev };
  });
  return (await writeEach(couch, database, placeholders)) !== "again";
};
