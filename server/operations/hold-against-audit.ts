import { existsSync } from "node:fs";
import SQLite from "better-sqlite3";
import { auditFiles, headsIn, keyIn } from "../audit/audit-files.ts";
import { publicTextOf } from "../audit/head.ts";
import { textsOf } from "../audit/lines-of.ts";
import { readLine, verifyChain } from "../audit/verify-chain.ts";
import type { StoredLeaf, StoreFile } from "./read-store.ts";

/** What the audit chain of a data folder says of a backup. `first` names a record, `database id`. */
export type AuditVerdict =
  | { readonly type: "asKnown" | "noChain" | "brokenChain" }
  | { readonly type: "unknown" | "altered"; readonly count: number; readonly first: string };

/**
 * Holds every version of a record in a backup against the chain of who changed what, and against the store that is there: what neither has
 * heard of somebody has put into the backup, or it was written after the chain was copied. The chain lags some seconds behind the store.
 */
export const holdAgainstAudit = (
  dataDir: string,
  leaves: Iterable<StoredLeaf>,
  present: StoreFile | undefined,
): AuditVerdict => {
  const files = auditFiles(dataDir);
  const key = keyIn(files);
  if (!key) return { type: "noChain" };
  if (!verifyChain(textsOf(files.chain), publicTextOf(key), headsIn(files)).ok) return { type: "brokenChain" };
  const altered: string[] = [];
  const unknown = new Map<string, string>();
  for (const { database, id, rev, isWinner, body } of leaves) {
    if (id.startsWith("_design/") || (database.startsWith("_") && database !== "_users")) continue;
    const there = present?.find(database, id, rev);
    if (!there) unknown.set(nameOf(database, id, rev), `${database} ${id}`);
    else if (isWinner && there.body !== undefined && there.body !== body) altered.push(`${database} ${id}`);
  }
  if (unknown.size > 0) dropEntered(files.chain, unknown);
  if (unknown.size > 0) dropHeard(files.index, unknown);
  return verdictOf("altered", altered) ?? verdictOf("unknown", [...unknown.values()]) ?? { type: "asKnown" };
};

const nameOf = (database: string, id: string, rev: string): string => JSON.stringify([database, id, rev]);

const verdictOf = (type: "unknown" | "altered", [first, ...more]: readonly string[]): AuditVerdict | undefined =>
  first === undefined ? undefined : { type, count: 1 + more.length, first };

const dropEntered = (chain: string, unknown: Map<string, string>): void => {
  for (const line of textsOf(chain)) {
    const entry = readLine(line);
    if (entry) unknown.delete(nameOf(entry.database, entry.id, entry.rev));
  }
};

/** A phone that was merely heard has no entry; the index knows of it. Where that is gone, nothing can be said of phones. */
const dropHeard = (index: string, unknown: Map<string, string>): void => {
  const sqlite = existsSync(index) ? new SQLite(index, { readonly: true }) : undefined;
  const heard = sqlite?.prepare("SELECT 1 FROM entered WHERE database = ? AND id = ? AND rev = ?").pluck();
  for (const name of [...unknown.keys()]) {
    const [database = "", id = "", rev = ""] = JSON.parse(name) as string[];
    if (database !== "server" || !id.startsWith("phone:")) continue;
    if (!heard || heard.get(database, id, rev) !== undefined) unknown.delete(name);
  }
  sqlite?.close();
};
