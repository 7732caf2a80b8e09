import { badRequest } from "../refuse.ts";
import type { Database } from "../store/database.ts";
import type { Draft } from "./draft.ts";
import { storedText } from "./stored-text.ts";
import type { Written } from "./write-context.ts";

/** The JSON text of a `_local` document: no history, no conflicts, never replicated, never validated. */
export const readLocal = (
  database: Database,
  id: string,
): { readonly rev: string; readonly text: string } | undefined => {
  const row = database.sql("SELECT rev, body FROM $locals WHERE id = ?").get(id) as
    | { rev: number; body: string }
    | undefined;
  return row && { rev: `0-${row.rev}`, text: storedText(id, `0-${row.rev}`, row.body, false, {}) };
};

/** Writes or deletes one; the revision counts on from the one that is sent, whatever is stored. */
export const writeLocal = (database: Database, { id, start, hashes, deleted, text }: Draft): Written => {
  const sent = hashes[0] ?? "0";
  if (start !== 0 || !/^\d{1,15}$/.test(sent)) badRequest("Invalid rev format");
  if (deleted) {
    database.sql("DELETE FROM $locals WHERE id = ?").run(id);
    return { id, rev: "0-0" };
  }
  const rev = Number(sent) + 1;
  database.sql("INSERT OR REPLACE INTO $locals VALUES (?, ?, ?)").run(id, rev, text);
  return { id, rev: `0-${rev}` };
};

/** The `_local` documents whose ids lie between `from` and `to`, in order. */
export const listLocals = (database: Database, from: string, to: string): { id: string; rev: number; body: string }[] =>
  database.sql("SELECT id, rev, body FROM $locals WHERE id >= ? AND id <= ? ORDER BY id").all(from, to) as {
    id: string;
    rev: number;
    body: string;
  }[];
