import { createHmac } from "node:crypto";
import { editOf } from "../../../src/domain/merge/edits-of.ts";
import { authorIn, nextVersion } from "../../../src/domain/merge/next-version.ts";
import { tierOf } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import { type Person, person as personKind } from "../../../src/domain/model/kinds/person.ts";
import type { NoteContent } from "../../../src/domain/walls/note-content.ts";
import { wallOff } from "../../../src/domain/walls/walled-needs.ts";
import type { CouchClient } from "../../couch-client.ts";
import { outboxSecret } from "../../phones/outbox-secret.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { serverAuthor } from "../server-author.ts";
import { type Stored, type Written, writeEach } from "../stored-documents.ts";
import { placeNote } from "./place-notes.ts";

/**
 * Moves behind the walls what older apps, imports and phones without a key noted at the site: health, and the wish to talk in private. What stays are marks
 * for beds and seats. Twice is once.
 */
export const wallOffNeeds: ChangeHandler = async (couch, database, changed) => {
  if (tierOf(database) !== "site") return true;
  const people = changed.filter((document) => document.kind === "person" && !isTombstone(document));
  const became: Moved[] = [];
  for (const person of people) became.push(await move(couch, database, person as unknown as Stored<Person>));
  // Until the database is compacted, an account that knows the name of an older revision can read it.
  if (became.includes("moved")) await couch.post(`${database}/_compact`, {});
  return !became.includes("again");
};

type Moved = "moved" | "stays" | "again";

const movedAs = { written: "moved", again: "again", refused: "stays" } as const satisfies Record<Written, Moved>;

const move = async (couch: CouchClient, database: string, stored: Stored<Person>): Promise<Moved> => {
  const { _rev, _conflicts, ...rest } = stored as unknown as Stored<Document>;
  const before = rest as unknown as Person;
  const { person: after, notes } = wallOff(before);
  if (notes.length === 0) return "stays";
  const [by, at] = editOf(before as unknown as Document, "needFlags") ?? [before.createdBy, before.createdAt];
  const secret = await outboxSecret(couch);
  for (const note of notes) {
    const { _id: personId, site } = before;
    const placed = await placeNote(couch, database, keyFor(secret, before, note), { site, personId, by, at, ...note });
    if (placed === "again") return "again";
    // What belongs to an organisation stays at the site as it was until the site has one; so does what the store refuses.
    if (placed !== "placed") return "stays";
  }
  const author = authorIn(serverAuthor(at), database);
  const moved = nextVersion(personKind.rule, before as unknown as Document, settled(after), author);
  return movedAs[await writeEach(couch, database, [{ ...withoutTags(moved), _rev }])];
};

/**
 * The same needs of the same write make the same note; ticked once more they make another one, for the first may be settled. The key holds a secret, or an account
 * that names its own sealed note like this one could take its place.
 */
const keyFor = (secret: Buffer, { _id, stamps }: Person, { topic, needs = [] }: NoteContent): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["note", _id, stamps.own?.needFlags ?? stamps.base, topic, [...needs].sort()]))
    .digest("hex");

const settled = (person: Person): Document => {
  const { rivals = {}, ...rest } = person as unknown as Document;
  const { needFlags: _read, placeMarks: _marks, ...others } = rivals;
  return { ...rest, ...(Object.keys(others).length > 0 && { rivals: others }) } as Document;
};

/** A write of a list keeps a tag of each element that it took away, and of a dozen needs a tag tells which it was. */
const withoutTags = (document: Document): Document => {
  const edits = Object.entries(document.stamps.edits).map(([stamp, [by, at, taken]]) => {
    const { needFlags: _tags, ...others } = taken ?? {};
    return [stamp, Object.keys(others).length > 0 ? [by, at, others] : [by, at]];
  });
  return { ...document, stamps: { ...document.stamps, edits: Object.fromEntries(edits) } };
};
