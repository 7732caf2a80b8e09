import { editOf } from "../../../src/domain/merge/edits-of.ts";
import { authorIn, nextVersion } from "../../../src/domain/merge/next-version.ts";
import { ownerOf, tierOf, walledDatabase } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import { confidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import type { SealedNote } from "../../../src/domain/model/kinds/sealed-note.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "../catch-up.ts";
import { documentAt } from "../read-documents.ts";
import { serverAuthor } from "../server-author.ts";
import { type Stored, writeEach } from "../stored-documents.ts";
import { noteDatabasesOf, notesAbout } from "./notes-about.ts";
import { sealedNoteId } from "./place-notes.ts";
import { recordNow } from "./record-now.ts";

/**
 * Tells the readers of a note that it was struck out at the site, or the record of its person was, and by whom. The note stays: its readers judge. Twice
 * is once.
 */
export const strikeNotes: ChangeHandler = async (couch, database, changed) => {
  const site = ownerOf(database);
  if (tierOf(database) !== "site" || site === undefined) return true;
  let isDone = true;
  for (const document of changed.filter(isStruckOut)) {
    if (document.kind === "sealedNote") isDone = (await strikeOne(couch, document)) && isDone;
    if (document.kind === "person") isDone = (await strikeAllAbout(couch, site, document)) && isDone;
  }
  return isDone;
};

const isStruckOut = (document: ChangedDocument): boolean => document.voided !== undefined && !isTombstone(document);

const strikeOne = async (couch: CouchClient, struck: ChangedDocument): Promise<boolean> => {
  const { site, personId } = struck as unknown as SealedNote;
  const { site: now } = await recordNow(couch, site, personId);
  for (const database of new Set([...(await noteDatabasesOf(couch, site)), walledDatabase("care", now)])) {
    const note = await documentAt(couch, database, sealedNoteId(struck._id));
    if (note && !isTombstone(note)) return strike(couch, database, [note], struck);
  }
  return true;
};

const strikeAllAbout = async (couch: CouchClient, site: string, struck: ChangedDocument): Promise<boolean> => {
  let isDone = true;
  for (const database of await noteDatabasesOf(couch, site)) {
    const notes = await notesAbout(couch, database, [struck._id]);
    isDone = (await strike(couch, database, notes as unknown as readonly Stored<Document>[], struck)) && isDone;
  }
  return isDone;
};

const strike = async (
  couch: CouchClient,
  database: string,
  notes: readonly Stored<Document>[],
  struck: ChangedDocument,
): Promise<boolean> => {
  const [by = struck.createdBy, at = struck.createdAt] = editOf(struck, "voided") ?? [];
  const author = authorIn(serverAuthor(at), database);
  const written = notes
    .filter((note) => !("struckBy" in note))
    .map(({ _rev, _conflicts, ...before }) => {
      const after = { ...before, struckBy: by, struckAt: at } as unknown as Document;
      return { ...nextVersion(confidentialNote.rule, before as Document, after, author), _rev };
    });
  return (await writeEach(couch, database, written)) !== "again";
};
