import type { Document } from "../domain/model/document.ts";
import { isTombstone } from "../domain/model/kind.ts";
import { type KindName, type Kinds, kindNamed } from "../domain/model/kinds.ts";
import { type ReadDocument, readDocument } from "../domain/model/read-document.ts";
import type { Store } from "../store/open-store.ts";
import { databaseOf, type Row } from "../store/row.ts";
import { type Copy, openDocuments } from "./tables/documents.ts";
import { keptTables, type TableOf } from "./tables/kept-tables.ts";
import { openSelections } from "./tables/selections.ts";
import type { Table } from "./tables/table.ts";

/** All documents in memory, by database and kind, kept up with the store. What is voided stays: a view decides; what was erased is gone. */
export type Records = {
  /** By id: as they are now and later, in another map whenever one has changed. */
  all<K extends KindName>(database: string, kind: K): ReadonlyMap<string, Kinds[K]>;
  /** The same as a table, for other tables to be made of. */
  table<K extends KindName>(database: string, kind: K): Table<Kinds[K]>;
  /** The documents of a kind in all databases. */
  copies<K extends KindName>(kind: K): Table<Copy<Kinds[K]>>;
  /** Everything that lies here and is wanted, in whatever database. `isWanted` must be pure and stand outside of the caller. */
  filedWhere(isWanted: (filed: FiledRecord) => boolean): Table<FiledRecord>;
  /** A table that is made once: whoever asks for the same gets the same. */
  kept<V, A extends readonly unknown[]>(tableOf: TableOf<Records, V, A>, ...about: A): Table<V>;
  /** Everything that lies here, whatever its kind and state: also what a newer app made and what was erased. */
  filed(): readonly FiledRecord[];
  /** The same answer until the record changes. */
  find(database: string, id: string): FiledRecord | undefined;
  /** Records of which something cannot be read, and what: they are shown without it, or, where it says whose they are, only listed. */
  broken(): readonly BrokenRecord[];
  /** How many of them nobody has taken off the lists yet. */
  openBroken(): number;
  /** Reads what no view has asked for yet, for so many milliseconds. True once everything is read; views are the same before and after. */
  readOn(milliseconds: number): boolean;
  /** How many records lie here that cannot be read: whether the server has them is not known. */
  damaged(): number;
  /** Where a document stands on its way to the server. */
  sending(database: string, id: string): DeliveryState | undefined;
  /** Changes whenever a document of one of the kinds did, in any database. */
  version(kinds: readonly KindName[]): number;
  /** Another number with every change, whatever it is. */
  changes(): number;
  subscribe(listener: (changed: readonly ChangedRecord[]) => void): () => void;
  /** Names of the databases that hold anything here. The same list until there is one more. */
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

export type ChangedRecord = Copy<Document>;

/** Of a store what records are read from. */
export type Source = Pick<Store, "rows" | "databases" | "damaged" | "subscribe">;

export const openRecords = (store: Source, databases: readonly string[]): Records => {
  const documents = openDocuments<Row>((row) => put(row));
  const filed = () => store.databases().flatMap((database) => [...store.rows(database).values()].map(filedAs));
  const selections = openSelections(filed);
  let changes = 0;
  /** By the ids of rows, the fields that cannot be read. */
  const broken = new Map<string, readonly string[]>();
  const openBroken = new Set<string>();
  const found = new WeakMap<Row, FiledRecord>();
  const listeners = new Set<(changed: readonly ChangedRecord[]) => void>();

  const put = (row: Row) => {
    const { id, document } = row;
    const read = isTombstone(document) ? gone : readAs(document);
    documents.put(databaseOf(row), document, read.document);
    if (read.broken.length > 0) broken.set(id, read.broken);
    else broken.delete(id);
    if (read.broken.length > 0 && document.voided === undefined) openBroken.add(id);
    else openBroken.delete(id);
  };

  // Also what a right that ended has left behind: nobody else has it, so it must stay in sight.
  for (const database of new Set([...databases, ...store.databases()]))
    for (const row of store.rows(database).values()) documents.wait(database, row.document, row);
  const stop = store.subscribe((rows) => {
    for (const row of rows) {
      documents.change(databaseOf(row), row.document);
      put(row);
      selections.put(filedAs(row));
    }
    changes += 1;
    const changed = rows.map((row) => {
      const [database, { document }] = [databaseOf(row), row];
      return { database, document: documents.of(database, document.kind).rows.get(document._id) ?? document };
    });
    for (const listener of listeners) listener(changed);
  });

  const records: Records = {
    all: (database, kind) => documents.of(database, kind).table.rows() as ReadonlyMap<string, never>,
    table: (database, kind) => documents.of(database, kind).table as Table<never>,
    copies: (kind) => documents.copies(kind) as Table<never>,
    filedWhere: selections.where,
    kept: (tableOf, ...about) => kept(tableOf, ...about),
    filed,
    find: (database, id) => {
      const row = store.rows(database).get(id);
      const known = row && found.get(row);
      if (!row || known) return known;
      const record = filedAs(row);
      found.set(row, record);
      return record;
    },
    broken: () => {
      documents.readOn(Number.POSITIVE_INFINITY);
      return [...broken].flatMap(([id, fields]) => brokenAt(store, id, fields));
    },
    openBroken: () => {
      documents.readOn(Number.POSITIVE_INFINITY);
      return openBroken.size;
    },
    readOn: documents.readOn,
    damaged: () => store.damaged(),
    sending: (database, id) => {
      const row = store.rows(database).get(id);
      return row && sendingOf(row);
    },
    version: documents.version,
    changes: () => changes,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    databases: documents.databases,
    forget: (database) => {
      documents.forget(database);
      selections.forget(database);
      for (const held of [broken, openBroken])
        for (const id of [...held.keys()]) if (databaseOf({ id }) === database) held.delete(id);
      changes += 1;
      for (const listener of listeners) listener([]);
    },
    close: stop,
  };
  const kept = keptTables(records);
  return records;
};

const readAs = (document: Document): ReadDocument => {
  const kind = kindNamed(document.kind);
  return kind ? readDocument(kind, document) : { document, broken: [] };
};

const gone: ReadDocument = { document: undefined, broken: [] };

const brokenAt = (store: Source, id: string, fields: readonly string[]): readonly BrokenRecord[] => {
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
