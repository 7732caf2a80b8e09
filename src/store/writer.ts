import type { RxCollection } from "rxdb/plugins/core";
import type { beginAnewNaming, NewBeginning, ValuesNotNamed } from "../domain/attention/begin-anew.ts";
import { deepEqual } from "../domain/merge/deep-equal.ts";
import { merge } from "../domain/merge/merge.ts";
import { counterHere } from "../domain/merge/never-sent.ts";
import type { NewDocument } from "../domain/merge/new-document.ts";
import { type Author, authorIn, type Content, firstVersion, nextVersion } from "../domain/merge/next-version.ts";
import { deviceOf, type Stamps } from "../domain/merge/stamps.ts";
import { checkWrite, type Problem } from "../domain/model/check-document.ts";
import { contentFields, type Document } from "../domain/model/document.ts";
import { traitsOf } from "../domain/model/kind.ts";
import { kindNamed } from "../domain/model/kinds.ts";
import { withPlainTexts } from "../domain/model/loose-parts.ts";
import { readDocument, withBrokenParts } from "../domain/model/read-document.ts";
import { err, ok, type Result } from "../domain/model/result.ts";
import { withoutDerivedFields } from "../domain/model/upgrade.ts";
import { eventKinds } from "../domain/rights/authority.ts";
import { type Collections, collectionOf } from "./collections.ts";
import { importRecords } from "./import-records.ts";
import { insertRows, modifyRows, replaceDamaged } from "./modify-rows.ts";
import { isDamaged, type Row, rowId } from "./row.ts";

export type { Author };

/** The only way data changes on this device. What it answers with `ok` is committed to disk. */
export type Writer = {
  /** Stores new documents of one database in one transaction. One that is there already is changed: saving twice is saving once. */
  add(database: string, drafts: readonly NewDocument[]): Promise<Result<readonly Document[], AddError>>;
  /** Applies a domain command to a stored document. The command must be pure: it is run again when another tab has changed the document in between. */
  change<E>(
    database: string,
    id: string,
    command: (document: never) => Result<Document, E>,
  ): Promise<Result<Document, E | ChangeError>>;
  /** Begins a document's history anew: what is shown stays. `named`: the values that were named as those which then go. */
  beginAnew(
    database: string,
    id: string,
    named: NewBeginning["leftOut"],
  ): Promise<Result<Document, ChangeError | ValuesNotNamed>>;
  /** Stores what another phone wrote, as it wrote it: joined with what is here, and to be sent from here. */
  bringIn(database: string, documents: readonly Document[]): Promise<void>;
};

export type { NewDocument };
export type AddError = NotValid | { readonly type: "AlreadyThere" };
export type ChangeError = NotValid | { readonly type: "NotFound" } | { readonly type: "MadeByNewerApp" };
export type NotValid = { readonly type: "NotValid"; readonly problems: readonly Problem[] };

type Rows = (database: string) => ReadonlyMap<string, Row>;

export const authorWriter = (collections: Collections, rows: Rows, device: () => Author): Writer => ({
  add: async (database, drafts) => {
    const author = () => authorIn(device(), database);
    const collection = collectionOf(collections, database);
    const documents = drafts.map(({ kind, id, content }) =>
      firstVersion(expectKind(kind), id, withPlainTexts(content) as Content, author()),
    );
    const problems = documents.flatMap((document) => checkWrite(expectKind(document.kind), document));
    if (problems.length > 0) return err({ type: "NotValid", problems });
    if (drafts.some((draft) => draft.begins && isAnother(rows(database).get(draft.id)?.document, draft)))
      return err({ type: "AlreadyThere" });
    const fresh = documents.map(
      (document): Row => ({ id: rowId(database, document._id), document, rev: "", sent: false, taken: 0 }),
    );
    const there = new Set(await insertRows(collection, fresh));
    const again = fresh.filter(({ id }) => there.has(id));
    await modifyRows(
      collection,
      rows(database),
      new Map(
        again.map((row) => [
          row.id,
          (stored) => (isDamaged(stored) ? replaceDamaged(stored, row) : savedAgain(stored, row.document, author())),
        ]),
      ),
    );
    return ok(documents.map((document) => rows(database).get(document._id)?.document ?? document));
  },

  change: (database, id, command) => {
    const author = () => authorIn(device(), database);
    return rewritten(collectionOf(collections, database), rows(database), id, author().device, (before) =>
      commanded(before, command, author()),
    );
  },

  beginAnew: async (database, id, named) => {
    const author = () => authorIn(device(), database);
    // Seldom, and by whoever leads.
    const parts = await import("../domain/attention/begin-anew.ts");
    return rewritten(collectionOf(collections, database), rows(database), id, author().device, (before) =>
      begun(before, author(), named, parts.beginAnewNaming),
    );
  },

  bringIn: (database, documents) =>
    importRecords(collectionOf(collections, database), rows(database), database, documents),
});

/** Stores what is made of a document, and makes it again where the document was changed in between. */
const rewritten = async <E>(
  collection: RxCollection<Row>,
  here: ReadonlyMap<string, Row>,
  id: string,
  device: string,
  make: (before: Document) => Result<Document, E | ChangeError>,
): Promise<Result<Document, E | ChangeError>> => {
  const row = here.get(id);
  if (!row) return err({ type: "NotFound" });
  let result = make(row.document);
  if (!result.ok || result.value === row.document) return result;
  const write = (stored: Row): Row => {
    result = make(stored.document);
    return result.ok ? withDocument(stored, result.value, device) : stored;
  };
  await modifyRows(collection, here, new Map([[row.id, write]]));
  return result;
};

/**
 * What is there already is not made a second time: one stamp never stands for two contents. Where this device had not written
 * yet, another one did the same act unseen, and the two are merged. Otherwise a form is saved once more, also after it was taken back here: what
 * this device wrote is replaced, what others changed since then stays.
 */
const savedAgain = (stored: Row, first: Document, author: Author): Row => {
  const { rule } = expectKind(first.kind);
  if (isNotedAlready(stored.document, first, author)) return stored;
  const { base, own = {}, seen } = stored.document.stamps;
  if (!hasWritten(seen, author)) return withDocument(stored, merge(rule, stored.document, first), author.device);
  const isFree = (field: string) => !(field in stored.document) && !(field in own);
  const mine = Object.entries(contentOf(first)).filter(
    ([field]) => isFree(field) || namesOf(author).includes(deviceOf(own[field] ?? base)),
  );
  const takenBack = stored.document.voided !== undefined && namesOf(author).includes(deviceOf(own.voided ?? base));
  const typed = { ...stored.document, ...Object.fromEntries(mine), ...(takenBack && { voided: undefined }) };
  return withDocument(stored, nextVersion(rule, stored.document, typed, author), author.device);
};

/** Under which names this device writes here, or wrote before the database was part of a name. */
const namesOf = ({ device, phone = device }: Author): readonly string[] => [device, phone];

const hasWritten = (seen: Stamps["seen"], author: Author): boolean =>
  namesOf(author).some((name) => seen[name] !== undefined);

/** True for a document that holds something else than what is to be begun. */
const isAnother = (stored: Document | undefined, { content }: NewDocument): boolean =>
  stored !== undefined &&
  Object.entries(content).some(([field, value]) => value !== undefined && !deepEqual(stored[field], value));

/**
 * An event that is noted twice. It is never edited, so a second tap of this device changes nothing; nor does another's, unless it tells
 * what the first is silent about. Where one id stands for two acts the server has to tell, and a person sees it.
 */
const isNotedAlready = (stored: Document, again: Document, author: Author): boolean => {
  const { fields, name } = expectKind(again.kind);
  const isSameAct = (field: string) => !traitsOf(fields[field])?.fixed || deepEqual(stored[field], again[field]);
  const told = hasWritten(stored.stamps.seen, author) ? [] : contentFields(again);
  return eventKinds.has(name) && Object.keys(fields).every(isSameAct) && told.every((field) => field in stored);
};

const contentOf = (document: Document): Readonly<Record<string, unknown>> =>
  Object.fromEntries(contentFields(document).map((field) => [field, document[field]]));

/** A version that nobody has been asked about yet: unsent, and no longer refused. */
const withDocument = (stored: Row, document: Document, device: string): Row => {
  if (document === stored.document) return stored;
  const { refused: _repaired, ...rest } = stored;
  return { ...rest, document, sent: false, ...(stored.sent && { taken: counterHere(stored.document, device) }) };
};

const commanded = <E>(
  before: Document,
  command: (document: never) => Result<Document, E>,
  author: Author,
): Result<Document, E | ChangeError> => {
  const kind = expectKind(before.kind);
  if (before.v > kind.version) return err({ type: "MadeByNewerApp" });
  const read = readDocument(kind, before).document ?? before;
  const result = command(read as never);
  if (!result.ok) return result;
  const edited = nextVersion(kind.rule, read, withPlainChanges(read, result.value), author);
  if (edited === read) return ok(before);
  const after = withBrokenParts(kind, before, read, withoutDerivedFields(kind, before, edited));
  const problems = checkWrite(kind, after, before);
  return problems.length > 0 ? err({ type: "NotValid", problems }) : ok(after);
};

const begun = (
  before: Document,
  author: Author,
  named: NewBeginning["leftOut"],
  make: typeof beginAnewNaming,
): Result<Document, ChangeError | ValuesNotNamed> => {
  const kind = expectKind(before.kind);
  if (before.v > kind.version) return err({ type: "MadeByNewerApp" });
  const made = make(kind, before, author, named);
  if (!made.ok) return made;
  const problems = checkWrite(kind, made.value, before);
  return problems.length > 0 ? err({ type: "NotValid", problems }) : made;
};

/** What was changed, as it may be stored; what could not be read stays what it is. */
const withPlainChanges = (before: Document, after: Document): Document => {
  const changed = contentFields(after).filter((field) => !deepEqual(after[field], before[field]));
  return { ...after, ...Object.fromEntries(changed.map((field) => [field, withPlainTexts(after[field])])) };
};

const expectKind = (name: string) => {
  const kind = kindNamed(name);
  if (!kind) throw new Error(`no kind of document is called ${name}`);
  return kind;
};
