import { deepEqual } from "../../domain/merge/deep-equal.ts";
import type { Document } from "../../domain/model/document.ts";
import type { KindName } from "../../domain/model/kinds.ts";
import { type OpenTable, openTable, type Table } from "./table.ts";
import { openWaiting } from "./waiting.ts";

/** A document with where it lies: one id may be in several databases, and means another document in each. */
export type Copy<D> = { readonly database: string; readonly document: D };

/**
 * Documents as screens read them, by database and kind. What waits to be read is read by `read`, which puts it, as soon as its kind is asked for: checking
 * each of 7,500 documents takes longer than opening them, and the first screen shows few of them.
 */
export const openDocuments = <W>(read: (waiting: W) => void) => {
  const waiting = openWaiting(read);
  const tables = new Map<string, Map<string, OpenTable<Document>>>();
  const copies = new Map<string, OpenTable<Copy<Document>>>();
  const versions = new Map<string, number>();
  let databases: readonly string[] = [];

  const of = (database: string, kind: string): OpenTable<Document> => {
    const here = tables.get(database) ?? new Map<string, OpenTable<Document>>();
    tables.set(database, here);
    const table = here.get(kind) ?? openTable<Document>((id) => waiting.read(database, kind, id));
    here.set(kind, table);
    return table;
  };
  const copyFrom = (table: OpenTable<Copy<Document>>, database: string, id: string, document: Document | undefined) =>
    table.put(`${database}/${id}`, document && { database, document });

  const note = (database: string, kind: string) => {
    if (!databases.includes(database)) databases = [...databases, database];
    versions.set(kind, (versions.get(kind) ?? 0) + 1);
  };

  return {
    of,
    /** To be put when it is asked for. */
    wait: (database: string, { _id, kind }: Document, unread: W) => {
      note(database, kind);
      waiting.add(database, kind, _id, unread);
    },
    /** Reads what waits, for so many milliseconds. True once nothing does. */
    readOn: waiting.readOn,
    /** A document has changed. */
    change: (database: string, { _id, kind }: Document) => {
      note(database, kind);
      waiting.remove(database, kind, _id);
    },
    /** `read` is what a screen may see of `document`, if anything. A version that says the same as the one before it changes nothing. */
    put: (database: string, { _id, kind }: Document, read: Document | undefined) => {
      const table = of(database, kind);
      const before = table.rows.get(_id);
      if (before && read && deepEqual(before, read)) return;
      table.put(_id, read);
      const all = copies.get(kind);
      if (all) copyFrom(all, database, _id, read);
    },
    copies: (kind: KindName): Table<Copy<Document>> => {
      const known = copies.get(kind);
      if (known) return known.table;
      const all = openTable<Copy<Document>>();
      copies.set(kind, all);
      for (const database of databases)
        for (const [id, document] of of(database, kind).table.rows()) copyFrom(all, database, id, document);
      return all.table;
    },
    /** Nothing of this database is there any more; what follows it is told so. */
    forget: (database: string) => {
      waiting.forget(database);
      for (const [kind, table] of tables.get(database) ?? []) {
        versions.set(kind, (versions.get(kind) ?? 0) + 1);
        for (const id of [...table.rows.keys()]) {
          table.put(id, undefined);
          copies.get(kind)?.put(`${database}/${id}`, undefined);
        }
      }
      databases = databases.filter((name) => name !== database);
    },
    version: (kinds: readonly KindName[]) => kinds.reduce((sum, kind) => sum + (versions.get(kind) ?? 0), 0),
    databases: () => databases,
  };
};
