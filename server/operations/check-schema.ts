import SQLite from "better-sqlite3";
import { createSchema, createTables, type Sqlite } from "../couch/store/sqlite.ts";

/**
 * Throws unless a file holds the tables and indexes that a store makes, letter for letter, and nothing else: a trigger or a view would run
 * in the server that opens it. Only the list of what it holds is read.
 */
export const checkSchema = (sqlite: Sqlite): void => {
  const found = partsOf(sqlite);
  const numbers = found.flatMap(({ name }) => /^d(\d{1,9})_documents$/.exec(name)?.[1] ?? []).map(Number);
  const allowed = new Map(partsOfStore(numbers).map((part) => [part.name, part]));
  for (const { type, name, sql } of found) {
    const own = allowed.get(name);
    const isOurs = own !== undefined && own.type === type && (own.sql === sql || withoutOwner(own.sql) === sql);
    if (!isOurs) throw new Error(`the backup holds a ${type} that no store has: ${name.slice(0, 60)}`);
  }
  for (const name of ["server", "databases"])
    if (!found.some((part) => part.name === name)) throw new Error("the file is not a backup of a store");
  const registered = sqlite.prepare("SELECT number FROM databases").pluck().all() as number[];
  const missing = registered.find((number) => !numbers.includes(number));
  if (missing !== undefined) throw new Error("the backup is damaged");
};

type Part = { readonly type: string; readonly name: string; readonly sql: string };

const partsOf = (sqlite: Sqlite): readonly Part[] =>
  (sqlite.prepare("SELECT type, name, sql FROM sqlite_master").all() as Part[]).map(({ type, name, sql }) => ({
    ...{ type, name },
    // What SQLite makes by itself for a key has no text.
    sql: spaced(sql ?? ""),
  }));

const partsOfStore = (numbers: readonly number[]): readonly Part[] => {
  const store = new SQLite(":memory:");
  try {
    createSchema(store);
    for (const number of new Set(numbers)) createTables(store, number);
    return partsOf(store);
  } finally {
    store.close();
  }
};

const spaced = (sql: string): string => sql.replace(/\s+/g, " ");

/** Stores of before. */
const withoutOwner = (sql: string): string => sql.replace(", owner TEXT)", ")");
