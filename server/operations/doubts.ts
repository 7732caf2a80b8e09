import { checkFile } from "./backup-file.ts";
import { type AuditVerdict, holdAgainstAudit } from "./hold-against-audit.ts";
import { powersOf } from "./powers.ts";
import { readStore, type StoredLeaf, type StoreFile } from "./read-store.ts";

/** What an operator has to confirm before a backup takes the place of a store. */
export type Doubts = {
  /** Powers that the store there does not give, a sentence each. */
  readonly powers: readonly string[];
  readonly audit: AuditVerdict;
};

/** `fresh`: a checked copy of the backup; `present`: the store there, where there is one. */
export const doubtsAbout = (fresh: string, present: string | undefined, dataDir: string): Doubts => {
  const backup = readStore(fresh);
  try {
    // A damaged store is why a backup is put back: it says nothing then.
    const there = present === undefined ? undefined : orNothing(() => readWhole(present));
    try {
      const powers = [...new Set(powersOf(backup))].filter((power) => !there?.powers.has(power));
      return { powers, audit: holdAgainstAudit(dataDir, everyLeaf(backup), there?.store) };
    } finally {
      there?.store.close();
    }
  } finally {
    backup.close();
  }
};

const readWhole = (file: string): { readonly store: StoreFile; readonly powers: ReadonlySet<string> } => {
  checkFile(file);
  const store = readStore(file);
  return { store, powers: new Set(powersOf(store)) };
};

const orNothing = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

export const isDoubtful = ({ powers, audit }: Doubts): boolean =>
  powers.length > 0 || (audit.type !== "asKnown" && audit.type !== "noChain");

/** In plain words, a line each. */
export const wordsFor = ({ powers, audit }: Doubts): readonly string[] => [
  ...powers.slice(0, shownPowers).map((power) => `! The backup gives powers that nobody has here: ${power}.`),
  ...(powers.length > shownPowers ? [`! And ${powers.length - shownPowers} more.`] : []),
  auditWords(audit),
];

const shownPowers = 20;

const auditWords = (audit: AuditVerdict): string => {
  switch (audit.type) {
    case "asKnown":
      return "Every record of the backup is as the audit chain knows it.";
    case "noChain":
      return "There is no audit chain here to hold the backup against. Where DATA_DIR/audit was copied, put it back first.";
    case "brokenChain":
      return "! The audit chain is broken; nothing can be held against it. audit verify says where.";
    case "unknown":
      return `! The audit chain knows nothing of ${audit.count} records of the backup, such as ${audit.first}: somebody put them there, or they were written after the chain was copied.`;
    case "altered":
      return `! ${audit.count} records say something else than here under the same revision, such as ${audit.first}: somebody altered the backup.`;
  }
};

function* everyLeaf(store: StoreFile): Generator<StoredLeaf> {
  for (const { name } of store.databases) yield* store.leaves(name);
}
