import { isServerAdmin } from "../accounts/user-context.ts";
import { badRequest, refuse } from "../refuse.ts";
import type { Database } from "../store/database.ts";
import type { Draft } from "./draft.ts";
import { storedText } from "./stored-text.ts";
import type { WriteContext, Written } from "./write-context.ts";

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

/** A replicator's checkpoint with its whole history is 20 KB. */
const MOST_BYTES = 64 * 1024;
const MOST_OF_AN_ACCOUNT = 100;
/** The owner of what administrators wrote; NULL where it was written before owners were noted. */
const ADMINISTRATOR = "";

/**
 * Writes or deletes one; the revision counts on from the one that is sent, whatever is stored. Nobody looks at these documents, so an
 * account writes short ones (413), so many in a database, and none of an administrator's (403): the server asks by one whether the store writes.
 */
export const writeLocal = (
  { database, user }: Pick<WriteContext, "database" | "user">,
  { id, start, hashes, deleted, text }: Draft,
): Written => {
  const sent = hashes[0] ?? "0";
  if (start !== 0 || !/^\d{1,15}$/.test(sent)) badRequest("Invalid rev format");
  const owner = isServerAdmin(user) ? ADMINISTRATOR : (user.name ?? NOBODY);
  if (owner !== ADMINISTRATOR) checkQuota(database, owner, { id, text });
  if (deleted) {
    database.sql("DELETE FROM $locals WHERE id = ?").run(id);
    return { id, rev: "0-0" };
  }
  const rev = Number(sent) + 1;
  database.sql("INSERT OR REPLACE INTO $locals (id, rev, body, owner) VALUES (?, ?, ?, ?)").run(id, rev, text, owner);
  return { id, rev: `0-${rev}` };
};

/** Where a database is open to everybody, they share one quota; no account has this name. */
const NOBODY = " ";

const checkQuota = (database: Database, owner: string, { id, text }: Pick<Draft, "id" | "text">): void => {
  if (Buffer.byteLength(text) > MOST_BYTES) refuse(413, "document_too_large", id);
  const stored = database.sql("SELECT owner FROM $locals WHERE id = ?").pluck().get(id) as string | null | undefined;
  if (stored === ADMINISTRATOR) refuse(403, "forbidden", "The document is an administrator's.");
  if (stored === owner) return;
  const count = database.sql("SELECT count(*) FROM $locals WHERE owner = ?").pluck().get(owner) as number;
  if (count >= MOST_OF_AN_ACCOUNT) refuse(403, "forbidden", "too_many_local_documents");
};

/** The `_local` documents whose ids lie between `from` and `to`, in order. */
export const listLocals = (database: Database, from: string, to: string): { id: string; rev: number; body: string }[] =>
  database.sql("SELECT id, rev, body FROM $locals WHERE id >= ? AND id <= ? ORDER BY id").all(from, to) as {
    id: string;
    rev: number;
    body: string;
  }[];
