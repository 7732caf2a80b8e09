import SQLite from "better-sqlite3";
import { leavesOf, type RevisionTree } from "../couch/revisions/revision-tree.ts";
import { readTree } from "../couch/revisions/tree-text.ts";

/** One version of a document that nothing follows on; `isWinner` where it is the one that is shown. */
export type StoredLeaf = {
  readonly database: string;
  readonly id: string;
  readonly rev: string;
  readonly isWinner: boolean;
  /** JSON; nothing where only the revision is known. */
  readonly body: string | undefined;
};

/** A store's file, read while no server works with it. */
export const readStore = (file: string) => {
  const sqlite = new SQLite(file, { readonly: true, fileMustExist: true });
  sqlite.pragma("trusted_schema = OFF");
  const databases = sqlite.prepare("SELECT number, name, security FROM databases ORDER BY name").all() as DatabaseRow[];
  const numbers = new Map(databases.map(({ number, name }) => [name, number]));
  const asked = new Map<string, SQLite.Statement>();
  const one = (database: string, sql: string, value: string | number): unknown => {
    const number = numbers.get(database);
    if (number === undefined) return undefined;
    const text = sql.replaceAll("$", `d${number}_`);
    const statement = asked.get(text) ?? sqlite.prepare(text);
    asked.set(text, statement);
    return statement.get(value);
  };
  function* leaves(database: string): Generator<StoredLeaf> {
    const number = numbers.get(database);
    if (number === undefined) return;
    const rows = sqlite.prepare(`SELECT id, rev, tree, body FROM d${number}_documents`);
    for (const row of rows.iterate() as Iterable<DocumentRow>) {
      // What the row shows is what is answered, whatever the tree says.
      yield { database, id: row.id, rev: row.rev, isWinner: true, body: row.body };
      for (const leaf of leavesOf(readTree(row.tree))) {
        if (revOf(leaf) === row.rev) continue;
        const found = one(database, "SELECT body FROM $bodies WHERE key = ?", leaf.body) as
          | { body: string }
          | undefined;
        yield { database, id: row.id, rev: revOf(leaf), isWinner: false, body: found?.body };
      }
    }
  }
  return {
    databases,
    leaves,
    /** Whether the store knows of a revision, and what it shows of it where it is the winner. */
    find: (database: string, id: string, rev: string): { readonly body?: string } | undefined => {
      const row = one(database, "SELECT id, rev, tree, body FROM $documents WHERE id = ?", id) as DocumentRow;
      if (!row || !readTree(row.tree).some((node) => revOf(node) === rev)) return undefined;
      return row.rev === rev ? { body: row.body } : {};
    },
    close: () => void sqlite.close(),
  };
};

export type StoreFile = ReturnType<typeof readStore>;

type DatabaseRow = { readonly number: number; readonly name: string; readonly security: string };
type DocumentRow = {
  readonly id: string;
  readonly rev: string;
  readonly tree: string;
  readonly body: string;
};

const revOf = ({ generation, hash }: RevisionTree[number]): string => `${generation}-${hash}`;
