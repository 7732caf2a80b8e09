import { editOf } from "../../../src/domain/merge/edits-of.ts";
import { authorIn, nextVersion } from "../../../src/domain/merge/next-version.ts";
import { tierOf, walledDatabase } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import { confidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import type { SealedNote } from "../../../src/domain/model/kinds/sealed-note.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { serverAuthor } from "../server-author.ts";
import { type Stored, writeDocuments } from "../stored-documents.ts";
import { organisationOf } from "./organisation-of.ts";
import { sealedNoteId } from "./place-notes.ts";

/** Tells the readers of a note that it was struck out at the site, and by whom. It stays: they judge. Twice is once. */
export const strikeNotes: ChangeHandler = async (couch, database, changed) => {
  if (tierOf(database) !== "site") return true;
  const notes = changed.filter(({ kind }) => kind === "sealedNote") as unknown as readonly SealedNote[];
  let isDone = true;
  for (const note of notes.filter(({ voided }) => voided)) isDone = (await strike(couch, note)) && isDone;
  return isDone;
};

const strike = async (couch: CouchClient, struck: SealedNote): Promise<boolean> => {
  const [by = struck.createdBy, at = struck.at] = editOf(struck as unknown as Document, "voided") ?? [];
  const org = await organisationOf(couch, struck.site);
  const owned = org === undefined ? [] : [walledDatabase("case", org), walledDatabase("protection", org)];
  for (const database of [walledDatabase("care", struck.site), ...owned]) {
    const { status, body } = await couch.get<Stored<Document>>(`${database}/${sealedNoteId(struck._id)}`);
    if (status !== 200 || isTombstone(body) || "struckBy" in body) continue;
    const { _rev, _conflicts, ...before } = body;
    const author = authorIn(serverAuthor(at), database);
    const after = { ...before, struckBy: by, struckAt: at } as unknown as Document;
    return writeDocuments(couch, database, [
      { ...nextVersion(confidentialNote.rule, before as Document, after, author), _rev },
    ]);
  }
  return true;
};
