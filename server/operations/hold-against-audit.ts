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
  const suspects = openSuspects();
  const withoutChain = chainVerdict(dataDir);
  if (withoutChain) return withoutChain;
  for (const { isWinner, body, ...leaf } of leaves) {
    const there = present?.find(leaf.database, leaf.id, leaf.rev);
    if (!there) suspects.isNotHere(leaf);
    else if (isWinner && there.body !== undefined && there.body !== body) suspects.isOther(leaf);
  }
  return suspects.judge(dataDir);
};

/** A version by its name alone. */
export type NamedVersion = Pick<StoredLeaf, "database" | "id" | "rev">;

/** Gathers what is not as the store that is there has it, and asks the chain about it. */
export const openSuspects = () => {
  const altered: string[] = [];
  const unknown = new Map<string, string>();
  const isOurs = ({ database, id }: NamedVersion) =>
    !id.startsWith("_design/") && (!database.startsWith("_") || database === "_users");
  return {
    isNotHere: (version: NamedVersion) => {
      if (isOurs(version)) unknown.set(nameOf(version), `${version.database} ${version.id}`);
    },
    isOther: (version: NamedVersion) => {
      if (isOurs(version)) altered.push(`${version.database} ${version.id}`);
    },
    judge: (dataDir: string): AuditVerdict => {
      const files = auditFiles(dataDir);
      if (unknown.size > 0) dropEntered(files.chain, unknown);
      if (unknown.size > 0) dropHeard(files.index, unknown);
      return verdictOf("altered", altered) ?? verdictOf("unknown", [...unknown.values()]) ?? { type: "asKnown" };
    },
  };
};

/** What is to be said where no chain that holds is there. */
export const chainVerdict = (dataDir: string): AuditVerdict | undefined => {
  const files = auditFiles(dataDir);
  const key = keyIn(files);
  if (!key) return { type: "noChain" };
  const isWhole = verifyChain(textsOf(files.chain), publicTextOf(key), headsIn(files)).ok;
  return isWhole ? undefined : { type: "brokenChain" };
};

const nameOf = ({ database, id, rev }: NamedVersion): string => JSON.stringify([database, id, rev]);

const verdictOf = (type: "unknown" | "altered", [first, ...more]: readonly string[]): AuditVerdict | undefined =>
  first === undefined ? undefined : { type, count: 1 + more.length, first };

const dropEntered = (chain: string, unknown: Map<string, string>): void => {
  for (const line of textsOf(chain)) {
    const entry = readLine(line);
    if (entry) unknown.delete(nameOf(entry));
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
