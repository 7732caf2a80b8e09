import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type AuditFiles, auditFiles, headsIn } from "../../../server/audit/audit-files.ts";
import { type ChainTip, type Entry, type Fact, hashOf } from "../../../server/audit/entry.ts";
import type { Ledger, Read } from "../../../server/audit/ledger.ts";
import { textsOf } from "../../../server/audit/lines-of.ts";
import { verifyChain } from "../../../server/audit/verify-chain.ts";

/** An empty data folder that goes with the test. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "prystan-audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const aFact = (rev: number, change: Partial<Fact> = {}): Fact => ({
  by: "ann",
  device: "ann1",
  written: "2026-11-24T08:00:00.000Z",
  database: "site-medyka",
  id: `person:${rev % 7}`,
  rev: `1-${rev}`,
  stamps: [`${rev}.ann1`],
  fields: ["familyName", "givenName"],
  ...change,
});

export const aRead = (rev: number): Read => {
  const fact = aFact(rev);
  return { database: fact.database, id: fact.id, rev: fact.rev, facts: [fact] };
};

/** An entry by its definition: the hash over the one before and canonical JSON. */
export const append = (tip: ChainTip, fact: Fact, at: string): Entry => {
  const entry = { ...fact, n: tip.n + 1, at, prev: tip.hash };
  return { ...entry, hash: hashOf(entry) };
};

export const entriesIn = (files: AuditFiles): readonly Entry[] =>
  [...textsOf(files.chain)].map((line) => JSON.parse(line) as Entry);

/** As the command line does it: the file as it lies there, against every head that was signed. */
export const verifyFiles = (dataDir: string, { publicKey }: Pick<Ledger, "publicKey">) => {
  const files = auditFiles(dataDir);
  return verifyChain(textsOf(files.chain), publicKey, headsIn(files));
};
