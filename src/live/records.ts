import type { Document } from "../domain/model/document.ts";
import { isTombstone } from "../domain/model/kind.ts";
import { type KindName, type Kinds, kindNamed } from "../domain/model/kinds.ts";
import { type ReadDocument, readDocument } from "../domain/model/read-document.ts";
import type { Store } from "../store/open-store.ts";
import { databaseOf, type Row } from "../store/row.ts";

/** All documents in memory, by database and kind, kept up with the store. What is voided stays: a view decides; what was erased is gone. */
export type Records = {
  all<K extends KindName>(database: string, kind: K): ReadonlyMap<string, Kinds[K]>;
  /** Everything that lies here, whatever its kind and state: also what a newer app made and what was erased. */
  filed(): readonly FiledRecord[];
  find(database: string, id: string): FiledRecord | undefined;
  /** Records of which something cannot be read, and what: they are shown without it, or, where it says whose they are, only listed. */
  broken(): readonly BrokenRecord[];
  /** How many of them nobody has taken off the lists yet. */
  openBroken(): number;
  /** How many records lie here that cannot be read: whether the server has them is not known. */
  damaged(): number;
  /** Where a document stands on its way to the server. */
  sending(database: string, id: string): DeliveryState | undefined;
  /** Changes whenever a document of one of the kinds did, in any database. */
  version(kinds: readonly KindName[]): number;
  subscribe(listener: (changed: readonly ChangedRecord[]) => void): () => void;
  /** Names of the databases that hold anything here. */
  databases(): readonly string[];
  /** A right to a database has ended: nothing of it is shown any more. */
  forget(database: string): void;
  close(): void;
};

/** *Saved here* · *sent* · *needs attention*. */
export type DeliveryState =
  | { readonly state: "savedHere" }
  | { readonly state: "sent" }
  | { readonly state: "needsAttention"; readonly reason: string; readonly at: string };

export type FiledRecord = { readonly database: string; readonly document: Document; readonly sending: DeliveryState };

export type BrokenRecord = FiledRecord & { readonly fields: readonly string[] };

/** A document with where it lies: one id may be in several databases, and means another document in each. */
export type ChangedRecord = Pick<FiledRecord, "database" | "document">;

export const openRecords = (store: Store, databases: readonly string[]): Records => {
  const collections = new Map<string, Map<string, Map<string, Document>>>();
  const versions = new Map<string, number>();
  /** By the ids of rows, the fields that cannot be read. */
  const broken = new Map<string, readonly string[]>();
  const openBroken = new Set<string>();
  const listeners = new Set<(changed: readonly ChangedRecord[]) => void>();

  const collection = (database: string, kind: string): Map<string, Document> => {
    const kindsHere = collections.get(database) ?? new Map<string, Map<string, Document>>();
    collections.set(database, kindsHere);
    const documents = kindsHere.get(kind) ?? new Map<string, Document>();
    kindsHere.set(kind, documents);
    return documents;
  };
  const put = ({ id, document }: Pick<Row, "id" | "document">) => {
    const documents = collection(databaseOf({ id }), document.kind);
    const read = isTombstone(document) ? gone : readAs(document);
    if (read.document) documents.set(document._id, read.document);
    else documents.delete(document._id);
    if (read.broken.length > 0) broken.set(id, read.broken);
    else broken.delete(id);
    if (read.broken.length > 0 && document.voided === undefined) openBroken.add(id);
    else openBroken.delete(id);
    versions.set(document.kind, (versions.get(document.kind) ?? 0) + 1);
  };

  // Also what a right that ended has left behind: nobody else has it, so it must stay in sight.
  for (const database of new Set([...databases, ...store.databases()]))
    for (const row of store.rows(database).values()) put(row);
  const stop = store.subscribe((rows) => {
    for (const row of rows) put(row);
    const changed = rows.map((row) => {
      const [database, { document }] = [databaseOf(row), row];
      return { database, document: collection(database, document.kind).get(document._id) ?? document };
    });
    for (const listener of listeners) listener(changed);
  });

  return {
    all: (database, kind) => collection(database, kind) as unknown as ReadonlyMap<string, Kinds[typeof kind]>,
    filed: () => store.databases().flatMap((database) => [...store.rows(database).values()].map(filedAs)),
    find: (database, id) => {
      const row = store.rows(database).get(id);
      return row && filedAs(row);
    },
    broken: () => [...broken].flatMap(([id, fields]) => brokenAt(store, id, fields)),
    openBroken: () => openBroken.size,
    damaged: () => store.damaged(),
    sending: (database, id) => {
      const row = store.rows(database).get(id);
      return row && sendingOf(row);
    },
    version: (kinds) => kinds.reduce((sum, kind) => sum + (versions.get(kind) ?? 0), 0),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    databases: () => [...collections.keys()],
    forget: (database) => {
      for (const kind of collections.get(database)?.keys() ?? []) versions.set(kind, (versions.get(kind) ?? 0) + 1);
      collections.delete(database);
      for (const held of [broken, openBroken])
        for (const id of [...held.keys()]) if (databaseOf({ id }) === database) held.delete(id);
      for (const listener of listeners) listener([]);
    },
    close: stop,
  };
};

const readAs = (document: Document): ReadDocument => {
  const kind = kindNamed(document.kind);
  return kind ? readDocument(kind, document) : { document, broken: [] };
};

const gone: ReadDocument = { document: undefined, broken: [] };

const brokenAt = (store: Store, id: string, fields: readonly string[]): readonly BrokenRecord[] => {
  const database = databaseOf({ id });
  const row = store.rows(database).get(id.slice(database.length + 1));
  return row ? [{ ...filedAs(row), fields }] : [];
};

const filedAs = (row: Row): FiledRecord => ({
  database: databaseOf(row),
  document: row.document,
  sending: sendingOf(row),
});

const sendingOf = (row: Row): DeliveryState => {
  if (row.refused) return { state: "needsAttention", ...row.refused };
  return { state: row.sent ? "sent" : "savedHere" };
};
