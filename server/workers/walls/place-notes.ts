import { editOf } from "../../../src/domain/merge/edits-of.ts";
import { authorIn, firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import { cutText } from "../../../src/domain/model/cut-text.ts";
import { ownerOf, tierOf, walledDatabase } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { confidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import { type SealedNote, sealedNote } from "../../../src/domain/model/kinds/sealed-note.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import { isChildTopic, type NoteContent, tierOfTopic } from "../../../src/domain/walls/note-content.ts";
import type { CouchClient } from "../../couch-client.ts";
import { installDatabase } from "../../design/install-database.ts";
import { openSealedNote } from "../../phones/open-sealed-item.ts";
import { outboxSecret } from "../../phones/outbox-secret.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { documentAt } from "../read-documents.ts";
import { serverAuthor } from "../server-author.ts";
import { copyEach, type Stored, type Written, writeEach } from "../stored-documents.ts";
import { organisationOf } from "./organisation-of.ts";
import { type RecordNow, recordNow } from "./record-now.ts";

/**
 * Opens what phones sealed at a site and places it in the database of its tier; then the box goes. One that does not open stays, and so does one for the
 * organisation of a site that has none yet: the site shows that the note still waits. Twice is once.
 */
export const placeNotes: ChangeHandler = async (couch, database, changed) => {
  if (tierOf(database) !== "site") return true;
  const notes = changed.filter(({ kind }) => kind === "sealedNote") as unknown as readonly Stored<SealedNote>[];
  let isDone = true;
  for (const note of notes)
    if (note.box !== undefined) isDone = (await open(couch, database, note, note.box)) && isDone;
  return isDone;
};

const open = async (couch: CouchClient, database: string, note: Stored<SealedNote>, box: string): Promise<boolean> => {
  const { _id: id, site, personId, createdBy: by, at } = note;
  const content = await openSealedNote(await outboxSecret(couch), box, { id, site, personId });
  if (!content) return true;
  const placed = await placeNote(couch, database, sealedNoteKey(id), { site, personId, by, at, ...content });
  // The box of a note that its readers' database refuses stays: nothing of it is lost.
  return placed === "placed" ? empty(couch, database, note) : placed !== "again";
};

const empty = async (couch: CouchClient, database: string, note: Stored<SealedNote>): Promise<boolean> => {
  const { _rev, _conflicts, ...before } = note as unknown as Stored<Document>;
  const { box: _placed, ...after } = before;
  const author = authorIn(serverAuthor(note.at), database);
  const emptied = nextVersion(sealedNote.rule, before as Document, after as unknown as Document, author);
  return (await writeEach(couch, database, [{ ...emptied, _rev }])) !== "again";
};

const sealedNoteKey = (id: string): string => `sealed.${keyOf(id)}`;

/** The id of a sealed note where it was placed. */
export const sealedNoteId = (id: string): string => idOf(sealedNoteKey(id));

const idOf = (key: string): string => `confidential-note:${key}`;

/** A note that was opened, with its person, its author and its hour. */
export type ReadNote = NoteContent & Pick<SealedNote, "site" | "personId" | "at"> & { readonly by: string };

/** `nowhere`: the site has no organisation yet. `again`: another write came in between. `refused`: the store takes the note at no time. */
export type Placed = "placed" | "nowhere" | "again" | "refused";

/** Writes a note where its readers are. `from`: the site's database; `key`: of the note, the same whenever it is placed again. */
export const placeNote = async (couch: CouchClient, from: string, key: string, note: ReadNote): Promise<Placed> => {
  const now = await recordNow(couch, ownerOf(from) ?? note.site, note.personId);
  const place = await placeOf(couch, note, now);
  if (place === undefined) return "nowhere";
  const { database: target, site } = place;
  const content = { ...note, site, ...knownOf(now, isChildTopic(note.topic)) };
  const author = authorIn(serverAuthor(note.at), target);
  const made = firstVersion(confidentialNote, idOf(key), content, author);
  // It may be there already, under a name that was corrected since.
  if (await documentAt(couch, target, made._id)) return "placed";
  const became = await copyEach(couch, target, [made]);
  if (became !== "again") return placedAs[became];
  // A site may be followed before all of its databases are made: nothing waits for that, and nothing is left behind.
  if ((await couch.get(target)).status === 404) await installDatabase(couch, target);
  return placedAs[await copyEach(couch, target, [made])];
};

const placedAs = { written: "placed", again: "again", refused: "refused" } as const satisfies Record<Written, Placed>;

/**
 * The database of a note's readers, and the site that the note names. Health goes where the person is now, as do the notes that were there before they went
 * (`follow-people.ts`); the rest belongs to the organisation of the site where it was noted.
 */
const placeOf = async (
  couch: CouchClient,
  { site, topic }: ReadNote,
  now: RecordNow,
): Promise<{ readonly database: string; readonly site: string } | undefined> => {
  const tier = tierOfTopic(topic);
  if (tier === "care") return { database: walledDatabase(tier, now.site), site: now.site };
  const org = await organisationOf(couch, site);
  return org === undefined ? undefined : { database: walledDatabase(tier, org), site };
};

/** What readers have to know of a person whose record they may not read; of a child also its age. */
const knownOf = ({ record = {} }: RecordNow, isChild: boolean): object => {
  // The record may be struck out before the note arrives (`strike-notes.ts`).
  const [struckBy, struckAt] = (record.voided && editOf(record as unknown as Document, "voided")) || [];
  const personName = cutText([record.familyName, record.givenName].filter(Boolean).join(" "), 160);
  return {
    ...(personName && { personName }),
    ...(struckBy && { struckBy, struckAt }),
    ...(isChild && record.birth && { birth: record.birth }),
  };
};
