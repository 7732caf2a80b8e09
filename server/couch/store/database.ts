import type { Sqlite, Statement } from "./sqlite.ts";

/** One document as stored. `body` is the winner's JSON text with `_id`, `_rev`, `_deleted` and `_attachments`. */
export type DocumentRow = {
  readonly seq: number;
  readonly id: string;
  readonly rev: string;
  readonly deleted: 0 | 1;
  readonly leaves: string;
  readonly key: number;
  readonly tree: string;
  readonly body: string;
};

/** Counters of a database. They live in memory and are written with every commit that changes them. */
export type Counters = { seq: number; living: number; dead: number; bodies: number; purges: number };

type DatabaseRow = Counters & {
  number: number;
  name: string;
  instance: string;
  started: number;
  security: string;
  revs_limit: number;
};

/** An open database. */
export type Database = {
  readonly number: number;
  readonly name: string;
  /** Identity of this life of the database; part of every sequence it gives out. */
  readonly instance: string;
  /** When it was made, seconds since 1970. */
  readonly started: number;
  readonly counters: Counters;
  /** The `_security` object as JSON text. */
  security: string;
  revsLimit: number;
  /** Goes up whenever a design document is written: whatever was compiled from them is stale. */
  designs: number;
  /** How many bodies of old revisions there may be; compaction sets it back. Undefined until it is first asked for (`staleIn`). */
  stale: number | undefined;
  /** The last count of pending changes: a client that pages through does not make us count all again. */
  counted?: { readonly version: string; readonly last: number; readonly pending: number };
  /** The last wake-up of waiting readers: up to which sequence, and when (milliseconds as of `performance.now`). */
  told?: { readonly seq: number; readonly at: number };
  /** Readers that wait until the half second after the last wake-up is over. */
  gathering?: Set<() => void>;
  /** The session that wrote last, and the sequence after which no other session wrote. */
  latest?: { readonly session: string | undefined; readonly since: number };
  isOpen: boolean;
  /** Called after each commit; the waiting change feeds. */
  readonly listeners: Set<() => void>;
  /** A prepared statement; `$documents`, `$bodies`, `$locals`, `$attachments` stand for the tables. */
  readonly sql: (text: string) => Statement;
};

export const openDatabase = (sqlite: Sqlite, { number, ...row }: DatabaseRow): Database => {
  const statements = new Map<string, Statement>();
  const sql = (text: string): Statement => {
    const known = statements.get(text);
    if (known) return known;
    const statement = sqlite.prepare<unknown[]>(text.replaceAll("$", `d${number}_`));
    statements.set(text, statement);
    return statement;
  };
  const { name, instance, started, security, revs_limit: revsLimit, ...counters } = row;
  return {
    number,
    name,
    instance,
    started,
    counters,
    security,
    revsLimit,
    designs: 0,
    stale: undefined,
    isOpen: true,
    listeners: new Set(),
    sql,
  };
};

const columns = "number, name, instance, started, security, revs_limit, seq, living, dead, bodies, purges";

export const readRow = (sqlite: Sqlite, number: number): DatabaseRow =>
  sqlite.prepare(`SELECT ${columns} FROM databases WHERE number = ?`).get(number) as DatabaseRow;

/** Of all databases, by name. */
export const readRows = (sqlite: Sqlite): DatabaseRow[] =>
  sqlite.prepare(`SELECT ${columns} FROM databases ORDER BY name`).all() as DatabaseRow[];

/** Reads again what a rolled-back job may have changed in memory. */
export const reloadDatabase = (sqlite: Sqlite, database: Database): void => {
  const row = readRow(sqlite, database.number);
  if (!row) return;
  const { seq, living, dead, bodies, purges } = row;
  Object.assign(database.counters, { seq, living, dead, bodies, purges });
  database.security = row.security;
  database.revsLimit = row.revs_limit;
  database.designs++;
};

/** Writes counters and settings; part of every job that changes them. */
export const saveDatabase = (sqlite: Sqlite, database: Database): void => {
  const { seq, living, dead, bodies, purges } = database.counters;
  const known = saving.get(sqlite);
  const save = known ?? sqlite.prepare<unknown[]>(SAVE);
  if (!known) saving.set(sqlite, save);
  save.run(database.security, database.revsLimit, seq, living, dead, bodies, purges, database.number);
};

const SAVE =
  "UPDATE databases SET security = ?, revs_limit = ?, seq = ?, living = ?, dead = ?, bodies = ?, purges = ? WHERE number = ?";

/** Every write runs it; compiled each time it was a fiftieth of a batch. */
const saving = new WeakMap<Sqlite, Statement>();

/** How many bodies of old revisions there may be. Counted when it is first asked: a start does not read every database. */
export const staleIn = (database: Database): number => {
  database.stale ??= database.sql("SELECT count(*) FROM $bodies").pluck().get() as number;
  return database.stale;
};
