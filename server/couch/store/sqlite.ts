import SQLite from "better-sqlite3";
import { convertFile } from "./convert-file.ts";
import { privateFile } from "./private-file.ts";

export type Sqlite = SQLite.Database;
export type Statement = SQLite.Statement<unknown[], unknown>;

const BUSY_MS = 5000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS server (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS databases (
    number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, instance TEXT NOT NULL, started INTEGER NOT NULL,
    security TEXT NOT NULL, revs_limit INTEGER NOT NULL DEFAULT 1000, seq INTEGER NOT NULL DEFAULT 0,
    living INTEGER NOT NULL DEFAULT 0, dead INTEGER NOT NULL DEFAULT 0, bodies INTEGER NOT NULL DEFAULT 0,
    purges INTEGER NOT NULL DEFAULT 0
  );`;

/** Opens the file so that a commit is on the disk when it returns, and what is deleted is overwritten. */
export const openSqlite = (file: string): Sqlite => {
  if (file !== ":memory:") {
    privateFile(file);
    convertFile(file);
  }
  const sqlite = new SQLite(file, { timeout: BUSY_MS });
  // Before anything that writes: once the file has its first page this has no effect any more.
  sqlite.pragma("auto_vacuum = INCREMENTAL");
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("secure_delete = ON");
  sqlite.pragma("cache_size = -65536");
  sqlite.pragma("wal_autocheckpoint = 4000");
  createSchema(sqlite);
  return sqlite;
};

export const createSchema = (sqlite: Sqlite): void => void sqlite.exec(SCHEMA);

/**
 * The tables of one database. `documents.seq` is the row id: the change feed is a scan of the table itself, with
 * the winning body inline. `key` names that body; `bodies` holds those of the other revisions. `leaves` is the rest
 * of the `changes` list of a row with conflicts, as text.
 */
export const createTables = (sqlite: Sqlite, number: number): void => {
  sqlite.exec(`
    CREATE TABLE d${number}_documents (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, deleted INTEGER NOT NULL,
      leaves TEXT NOT NULL, key INTEGER NOT NULL, tree TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX d${number}_dead ON d${number}_documents (id) WHERE deleted = 1;
    CREATE TABLE d${number}_bodies (key INTEGER PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE d${number}_locals (
      id TEXT PRIMARY KEY, rev INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT) WITHOUT ROWID;
    CREATE TABLE d${number}_attachments (digest TEXT PRIMARY KEY, gzipped INTEGER NOT NULL, data BLOB NOT NULL);`);
};

/** Files of before have no `owner`. */
export const upgradeTables = (sqlite: Sqlite): void => {
  const without = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE name GLOB 'd[0-9]*_locals' AND sql NOT LIKE '%owner TEXT%'")
    .pluck();
  for (const table of without.all() as string[]) sqlite.exec(`ALTER TABLE ${table} ADD COLUMN owner TEXT`);
};

export const dropTables = (sqlite: Sqlite, number: number): void => {
  for (const table of ["documents", "bodies", "locals", "attachments"]) sqlite.exec(`DROP TABLE d${number}_${table}`);
};
