import { authorIn, firstVersion } from "../../../src/domain/merge/next-version.ts";
import { ownerOf, tierOf, walledDatabase } from "../../../src/domain/model/databases.ts";
import { contentFields, type Document } from "../../../src/domain/model/document.ts";
import { erase } from "../../../src/domain/model/erase.ts";
import type { Erasure } from "../../../src/domain/model/kind.ts";
import { type ConfidentialNote, confidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import { isChildTopic } from "../../../src/domain/walls/note-content.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "../catch-up.ts";
import { serverAuthor } from "../server-author.ts";
import { copyInto, type Stored, writeDocuments } from "../stored-documents.ts";
import { organisationOf } from "./organisation-of.ts";

/**
 * What was noted of health goes with somebody to the site where they are now; what was noted of whoever expired is taken away with them, but for what concerns
 * a child. What an organisation keeps stays its own: another one gets nothing by a move. Twice is once.
 */
export const followPeople: ChangeHandler = async (couch, database, changed) => {
  const site = ownerOf(database);
  if (tierOf(database) !== "site" || site === undefined) return true;
  let isDone = true;
  for (const gone of changed.filter(isGone)) {
    const { why, to } = gone.erased;
    const done =
      why === "expired"
        ? await takeAway(couch, site, gone)
        : to === undefined || (await moveNotes(couch, { from: site, to }, gone));
    isDone &&= done;
  }
  return isDone;
};

type Gone = ChangedDocument & { readonly erased: Erasure };

const isGone = (document: ChangedDocument): document is Gone => document.kind === "person" && "erased" in document;

const moveNotes = async (
  couch: CouchClient,
  { from, to }: { readonly from: string; readonly to: string },
  { _id, erased }: Gone,
): Promise<boolean> => {
  const [here, there] = [from, to].map((site) => walledDatabase("care", site)) as [string, string];
  const notes = await notesAbout(couch, here, _id);
  const at = `${erased.at}T00:00:00.000Z`;
  const copies = notes.map((note) => {
    const content = Object.fromEntries(contentFields(note as unknown as Document).map((field) => [field, note[field]]));
    return firstVersion(confidentialNote, note._id, { ...content, site: to }, authorIn(serverAuthor(at), there));
  });
  return (await copyInto(couch, there, copies)) && eraseAll(couch, here, notes, erased);
};

const takeAway = async (couch: CouchClient, site: string, { _id, erased }: Gone): Promise<boolean> => {
  const org = await organisationOf(couch, site);
  const owned = org === undefined ? [] : [walledDatabase("case", org), walledDatabase("protection", org)];
  let isDone = true;
  for (const database of [walledDatabase("care", site), ...owned]) {
    const notes = await notesAbout(couch, database, _id);
    const over = notes.filter(({ topic }) => !isChildTopic(topic as ConfidentialNote["topic"]));
    isDone = (await eraseAll(couch, database, over, erased)) && isDone;
  }
  return isDone;
};

type Note = Stored<ConfidentialNote> & { readonly [field: string]: unknown };

const notesAbout = async (couch: CouchClient, database: string, personId: string): Promise<readonly Note[]> => {
  const selector = { kind: "confidentialNote", personId, erased: { $exists: false } };
  const { status, body } = await couch.post<{ docs: readonly Note[] }>(`${database}/_find`, { selector, limit: 200 });
  if (status !== 200 && status !== 404) throw new Error(`notes were not found: ${status}`);
  return status === 200 ? body.docs : [];
};

const eraseAll = (couch: CouchClient, database: string, notes: readonly Note[], erased: Erasure): Promise<boolean> => {
  const author = authorIn(serverAuthor(`${erased.at}T00:00:00.000Z`), database);
  const placeholders = notes.map(({ _rev, _conflicts, ...note }) => ({
    ...erase(confidentialNote, note as unknown as Document, erased, author),
    _rev,
  }));
  return writeDocuments(couch, database, placeholders);
};
