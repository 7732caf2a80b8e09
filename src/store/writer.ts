import type { RxCollection } from "rxdb/plugins/core";
import { homeOf } from "../domain/databases.ts";
import type { Document } from "../domain/document.ts";
import type { Home, Problem } from "../domain/kind.ts";
import { checkDocument } from "../domain/kind.ts";
import { kindNamed } from "../domain/kinds.ts";
import { merge } from "../domain/merge.ts";
import type { NewDocument } from "../domain/new-document.ts";
import { err, ok, type Result } from "../domain/result.ts";
import { type Author, firstVersion, nextVersion } from "../domain/write.ts";
import { modifyRow } from "./modify-row.ts";
import { type Row, rowId } from "./row.ts";

export type { Author };

/** The only way data changes on this device. What it answers with `ok` is committed to disk. */
export type Writer = {
  /** Stores new documents of one database in one transaction. A document that is there already is merged: saving twice is saving once. */
  add(database: string, drafts: readonly NewDocument[]): Promise<Result<readonly Document[], AddError>>;
  /** Applies a domain command to a stored document. The command must be pure: it is run again when the document changed meanwhile. */
  change<E>(
    database: string,
    id: string,
    command: (document: never) => Result<Document, E>,
  ): Promise<Result<Document, E | ChangeError>>;
};

export type { NewDocument };
export type AddError = NotValid;
export type ChangeError = NotValid | { readonly type: "NotFound" } | { readonly type: "MadeByNewerApp" };
export type NotValid = { readonly type: "NotValid"; readonly problems: readonly Problem[] };

type Rows = (database: string) => ReadonlyMap<string, Row>;

export const authorWriter = (
  collections: Record<Home, RxCollection<Row>>,
  rows: Rows,
  author: () => Author,
): Writer => ({
  add: async (database, drafts) => {
    const collection = collections[homeOf(database)];
    const documents = drafts.map(({ kind, id, content }) => firstVersion(expectKind(kind), id, content, author()));
    const problems = documents.flatMap((document) => checkDocument(expectKind(document.kind), document));
    if (problems.length > 0) return err({ type: "NotValid", problems });
    const fresh = documents.map(
      (document): Row => ({ id: rowId(database, document._id), document, rev: "", sent: false }),
    );
    const { error } = await collection.bulkInsert(fresh);
    for (const { documentId } of error) {
      const row = fresh.find(({ id }) => id === documentId);
      if (row) await modifyRow(collection, documentId, (stored) => joined(stored, row.document));
    }
    return ok(documents);
  },

  change: async (database, id, command) => {
    const row = rows(database).get(id);
    if (!row) return err({ type: "NotFound" });
    let result = commanded(row.document, command, author());
    if (!result.ok || result.value === row.document) return result;
    await modifyRow(collections[homeOf(database)], row.id, (stored) => {
      result = commanded(stored.document, command, author());
      if (!result.ok || result.value === stored.document) return stored;
      const { refused: _repaired, ...rest } = stored;
      return { ...rest, document: result.value, sent: false };
    });
    return result;
  },
});

const joined = (stored: Row, document: Document): Row => ({
  ...stored,
  document: merge(expectKind(document.kind).rule, stored.document, document),
  sent: false,
});

const commanded = <E>(
  before: Document,
  command: (document: never) => Result<Document, E>,
  author: Author,
): Result<Document, E | ChangeError> => {
  const kind = expectKind(before.kind);
  if (before.v > kind.version) return err({ type: "MadeByNewerApp" });
  const result = command(before as never);
  if (!result.ok) return result;
  const after = nextVersion(kind.rule, before, result.value, author);
  const problems = after === before ? [] : checkDocument(kind, after);
  return problems.length > 0 ? err({ type: "NotValid", problems }) : ok(after);
};

const expectKind = (name: string) => {
  const kind = kindNamed(name);
  if (!kind) throw new Error(`no kind of document is called ${name}`);
  return kind;
};
