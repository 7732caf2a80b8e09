import { randomUUID } from "node:crypto";
import { refuse } from "../refuse.ts";
import { type CommitQueue, openCommitQueue } from "./commit-queue.ts";
import { type Database, openDatabase, readRow, readRows, reloadDatabase, saveDatabase } from "./database.ts";
import { giveBackRoom } from "./give-back-room.ts";
import { createTables, dropTables, openSqlite, type Sqlite, upgradeTables } from "./sqlite.ts";

/** What CouchDB 3 gives a new database: for server administrators only. */
export const ADMINS_ONLY = '{"members":{"roles":["_admin"]},"admins":{"roles":["_admin"]}}';

export type DatabaseEvent = {
  readonly seq: number;
  readonly name: string;
  readonly type: "created" | "updated" | "deleted";
};

export type Store = {
  readonly uuid: string;
  readonly find: (name: string) => Database | undefined;
  /** Names in order. */
  readonly names: () => string[];
  /** Refuses (412) a name that is taken. */
  readonly create: (name: string) => Promise<Database>;
  /** False if there is none of that name. */
  readonly drop: (name: string) => Promise<boolean>;
  /** Runs a job on one database in the next group commit; counters are saved and listeners told. */
  readonly write: <T>(database: Database, job: () => T) => Promise<T>;
  /** What happened to databases since the start of the process, newest last; for `_db_updates`. */
  readonly events: DatabaseEvent[];
  readonly eventListeners: Set<() => void>;
  /** Gives what was freed back to the disk, and takes what was deleted out of the log. */
  readonly giveBackRoom: () => Promise<void>;
  /** Commits what is queued, then closes the file; later writes are refused (503). */
  readonly close: () => void;
};

const EVENTS_KEPT = 1000;

/** Opens all databases of one SQLite file. */
export const openStore = (file: string): Store => {
  const sqlite = openSqlite(file);
  const databases = openAll(sqlite);
  const touched = new Set<Database>();
  const events: DatabaseEvent[] = [];
  const eventListeners = new Set<() => void>();
  let eventSeq = 0;
  let running: Database | undefined;

  const note = (name: string, type: DatabaseEvent["type"]): void => {
    events.push({ seq: ++eventSeq, name, type });
    if (events.length > EVENTS_KEPT) events.shift();
    for (const listener of [...eventListeners]) listener();
  };
  const queue: CommitQueue = openCommitQueue(sqlite, {
    onJobUndone: () => running && reloadDatabase(sqlite, running),
    onUndone: () => {
      for (const database of databases.values()) reloadDatabase(sqlite, database);
    },
    onCommit: () => {
      for (const database of touched) {
        note(database.name, "updated");
        for (const listener of [...database.listeners]) listener();
      }
      touched.clear();
    },
  });

  const write = <T>(database: Database, job: () => T): Promise<T> =>
    queue.commit(() => {
      running = database;
      if (!database.isOpen) return refuse(404, "not_found", "Database does not exist.");
      const before = database.counters.seq + database.counters.purges;
      const value = job();
      saveDatabase(sqlite, database);
      if (database.counters.seq + database.counters.purges !== before) touched.add(database);
      return value;
    });

  const create = async (name: string): Promise<Database> => {
    const number = await queue.commit(() => insertDatabase(sqlite, name));
    const database = openDatabase(sqlite, readRow(sqlite, number));
    databases.set(name, database);
    note(name, "created");
    return database;
  };

  const drop = async (name: string): Promise<boolean> => {
    const database = databases.get(name);
    if (!database) return false;
    databases.delete(name);
    await queue.commit(() => {
      sqlite.prepare("DELETE FROM databases WHERE number = ?").run(database.number);
      dropTables(sqlite, database.number);
      database.isOpen = false;
    });
    for (const listener of [...database.listeners]) listener();
    note(name, "deleted");
    // If the store is closed in between, the next compaction gives the space back.
    giveBackRoom(sqlite, queue).catch(() => undefined);
    return true;
  };

  return {
    uuid: serverUuid(sqlite),
    find: (name) => databases.get(name),
    names: () => [...databases.keys()].sort(),
    create,
    drop,
    write,
    events,
    eventListeners,
    giveBackRoom: () => giveBackRoom(sqlite, queue),
    close: () => {
      queue.close();
      sqlite.close();
    },
  };
};

const openAll = (sqlite: Sqlite): Map<string, Database> => {
  upgradeTables(sqlite);
  return new Map(readRows(sqlite).map((row) => [row.name, openDatabase(sqlite, row)]));
};

const insertDatabase = (sqlite: Sqlite, name: string): number => {
  const isTaken = sqlite.prepare("SELECT 1 FROM databases WHERE name = ?").get(name);
  if (isTaken) refuse(412, "file_exists", "The database could not be created, the file already exists.");
  const started = Math.floor(Date.now() / 1000);
  const { lastInsertRowid } = sqlite
    .prepare("INSERT INTO databases (name, instance, started, security) VALUES (?, ?, ?, ?)")
    .run(name, randomUUID().replaceAll("-", ""), started, ADMINS_ONLY);
  createTables(sqlite, Number(lastInsertRowid));
  return Number(lastInsertRowid);
};

/** The identity of this server; made once. */
const serverUuid = (sqlite: Sqlite): string => {
  sqlite.prepare("INSERT OR IGNORE INTO server VALUES ('uuid', ?)").run(randomUUID().replaceAll("-", ""));
  return sqlite.prepare("SELECT value FROM server WHERE name = 'uuid'").pluck().get() as string;
};
