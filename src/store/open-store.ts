import { createRxDatabase, type RxCollection, type RxStorage } from "rxdb/plugins/core";
import { dominates } from "../domain/merge/merge.ts";
import { authorIn } from "../domain/merge/next-version.ts";
import { adoptRows, type FoundRow } from "./adopt-rows.ts";
import { type Collections, collectionOf } from "./collections.ts";
import { insertRows } from "./modify-rows.ts";
import { type Receiver, receiver } from "./receiver.ts";
import { databaseOf, isDamaged, type Row, rowSchema } from "./row.ts";
import { type Author, authorWriter, type Writer } from "./writer.ts";

/**
 * Everything this device knows, in IndexedDB and, while it is open, in memory. One RxDB collection for each type of database:
 * questions are answered by the read models of `live/`, never by queries.
 */
export type Store = Writer &
  Receiver & {
    /** All rows of one database (`site-medyka`), by document id. The map is live: read it, do not keep it. */
    rows(database: string): ReadonlyMap<string, Row>;
    /** Names of the databases of which anything is here. */
    databases(): readonly string[];
    /** How many rows lie on the disk that cannot be read. */
    damaged(): number;
    /** Called after each commit with the rows that changed. Answers how to stop. */
    subscribe(listener: (rows: readonly Row[]) => void): () => void;
    /** Takes over the rows of another store of this phone. */
    adopt(database: string, rows: readonly FoundRow[]): Promise<void>;
    /** Nothing of this database is in memory any more. What lies on the disk is removed elsewhere. */
    forget(database: string): void;
    /** Writes down again what was not sent, where the browser dropped it under the open app. */
    restoreEvicted(): Promise<void>;
    close(): Promise<void>;
  };

export type StoreOptions = {
  readonly name: string;
  readonly storage: RxStorage<unknown, unknown>;
  /** Who writes now, on which device, at what time of its clock. */
  readonly author: () => Author;
};

export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { name, storage, author } = options;
  const database = await createRxDatabase<Collections>({ name, storage, multiInstance: false, eventReduce: false });
  const collections = await database.addCollections({
    directory: { schema: rowSchema },
    site: { schema: rowSchema },
    trip: { schema: rowSchema },
  });
  const memory = await openMemory(Object.values(collections));
  const received = receiver(collections, memory.rows, (database) => authorIn(author(), database).device);
  return {
    ...authorWriter(collections, memory.rows, author),
    ...received,
    rows: memory.rows,
    databases: memory.databases,
    damaged: () => memory.damaged.length,
    subscribe: memory.subscribe,
    adopt: async (database, rows) => {
      const collection = collectionOf(collections, database);
      await adoptRows(collection, memory.rows(database), received, { database, rows });
    },
    forget: memory.forget,
    restoreEvicted: async () => {
      for (const name of memory.databases()) await insertRows(collectionOf(collections, name), received.unsent(name));
    },
    close: async () => {
      memory.close();
      await database.close();
    },
  };
};

const openMemory = async (collections: readonly RxCollection<Row>[]) => {
  const databases = new Map<string, Map<string, Row>>();
  /** Boxes that do not open: whose they are is in the box. */
  const damaged: string[] = [];
  const listeners = new Set<(rows: readonly Row[]) => void>();
  const rows = (database: string): Map<string, Row> => {
    const known = databases.get(database) ?? new Map<string, Row>();
    databases.set(database, known);
    return known;
  };
  const remember = (row: Row) => {
    rows(databaseOf(row)).set(row.document._id, row);
  };
  /** One record has two names on the disk where the browser dropped the key that names them: what is unsent counts, else the one that holds more. */
  const isOlder = (row: Row): boolean => {
    const known = rows(databaseOf(row)).get(row.document._id);
    return known !== undefined && (row.sent ? !known.sent || dominates(known.document, row.document) : false);
  };
  /** A row that takes the place of a damaged one keeps its box, from then on. */
  const forgetMended = (row: Row) => {
    const place =
      row.damaged && !rows(databaseOf(row)).get(row.document._id)?.damaged ? damaged.indexOf(row.damaged) : -1;
    if (place >= 0) damaged.splice(place, 1);
  };
  const subscriptions = collections.map((collection) =>
    collection.eventBulks$.subscribe(({ events }) => {
      const told = events.map(({ operation, documentData }) => ({ operation, row: documentData as Row }));
      for (const { operation, row } of told)
        if (isDamaged(row) && operation === "INSERT") damaged.push(row.damaged ?? "");
      const changed = told.flatMap(({ row }) => (isDamaged(row) ? [] : [plainRow(row)]));
      for (const row of changed) {
        forgetMended(row);
        remember(row);
      }
      for (const listener of listeners) listener(changed);
    }),
  );
  // It listens already, and nothing is written before the store is handed out: no change is missed.
  for (const found of await Promise.all(collections.map(everythingIn))) {
    for (const row of found) {
      if (isDamaged(row)) damaged.push(row.damaged ?? "");
      else if (!isOlder(row)) remember(plainRow(row));
    }
  }
  return {
    rows,
    damaged,
    databases: () => [...databases].flatMap(([name, known]) => (known.size > 0 ? [name] : [])),
    forget: (database: string) => void databases.delete(database),
    subscribe: (listener: (rows: readonly Row[]) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
};

/** Straight from the storage: RxDB would make an object that can be watched of each row, and nobody watches one. In the order of ids. */
const everythingIn = async (collection: RxCollection<Row>): Promise<readonly Row[]> => {
  const { documents } = await collection.storageInstance.query(collection.find().getPreparedQuery());
  return documents.sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** Without RxDB's own bookkeeping. */
const plainRow = ({ id, document, rev, sent, taken, refused, damaged }: Row): Row => ({
  id,
  document,
  rev,
  sent,
  ...(taken !== undefined && { taken }),
  ...(refused && { refused }),
  ...(damaged && { damaged }),
});
