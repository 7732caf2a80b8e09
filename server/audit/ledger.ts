import { appendFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { type AuditFiles, headsIn, makeFolder, signingKey } from "./audit-files.ts";
import { appendLine, type ChainTip, chainStart, type Fact } from "./entry.ts";
import { type EnteredStamps, openEntryIndex } from "./entry-index.ts";
import { type Head, headText, publicTextOf, signHead } from "./head.ts";
import { resumeChain } from "./resume-chain.ts";

/** A revision with what is to be entered of it; nothing for one that is not worth an entry. */
export type Read = {
  readonly database: string;
  readonly id: string;
  readonly rev: string;
  readonly facts: readonly Fact[];
};

/** The chain on disk, open for writing by one process. */
export type Ledger = {
  readonly publicKey: string;
  tip(): ChainTip;
  /** Whether a revision was dealt with. */
  has(database: string, id: string, rev: string): boolean;
  seen(database: string, id: string): EnteredStamps;
  /** Resolves when all of it is on the disk. Revisions that were dealt with are passed over; throws where the disk is full. */
  enter(read: readonly Read[]): Promise<void>;
  place(database: string): string | undefined;
  keepPlace(database: string, since: string): void;
  /** Signs where the chain stands and writes it down; nothing where that has not changed. */
  sign(): Head | undefined;
  /** Lets what is under way end, and signs once more. */
  close(): Promise<void>;
};

/** Throws where another process has it open. */
export const openLedger = async (
  files: AuditFiles,
  {
    log = () => {},
    now = () => new Date(),
  }: { readonly log?: (event: object) => void; readonly now?: () => Date } = {},
): Promise<Ledger> => {
  makeFolder(files);
  const index = openEntryIndex(files.index);
  const key = signingKey(files);
  const publicKey = publicTextOf(key);
  let { mark, cutBytes, isBroken } = resumeChain(files.chain, index, chainStart(publicKey));
  if (cutBytes > 0) log({ event: "audit-cut", bytes: cutBytes });
  if (isBroken) log({ event: "audit-broken", n: mark.n });
  let signed = headsIn(files).at(-1)?.hash;
  const chain = await open(files.chain, "a", 0o600);
  let isTorn = false;

  const write = async (read: readonly Read[]): Promise<void> => {
    const fresh = read.filter(({ database, id, rev }) => !index.has(database, id, rev));
    if (fresh.length === 0) return;
    const at = now().toISOString();
    let tip: ChainTip = mark;
    let lines = "";
    for (const fact of fresh.flatMap(({ facts }) => facts)) {
      const next = appendLine(tip, fact, at);
      lines += `${next.line}\n`;
      tip = next;
    }
    const bytes = Buffer.from(lines);
    if (isTorn) await chain.truncate(mark.bytes);
    isTorn = bytes.length > 0;
    if (isTorn) {
      await chain.appendFile(bytes);
      await chain.datasync();
    }
    const reached = { n: tip.n, hash: tip.hash, bytes: mark.bytes + bytes.length };
    index.keep(
      fresh.map((one) => ({ ...one, stamps: one.facts.flatMap(({ stamps }) => stamps) })),
      reached,
    );
    mark = reached;
    isTorn = false;
  };
  // One after the other, also after one that failed.
  let last: Promise<void> = Promise.resolve();
  const enter: Ledger["enter"] = (read) => {
    const turn = last.then(() => write(read));
    last = turn.catch(() => undefined);
    return turn;
  };
  const sign = (): Head | undefined => {
    if (mark.n === 0 || mark.hash === signed) return undefined;
    const head = signHead(mark, now().toISOString(), key);
    appendFileSync(files.heads, `${headText(head)}\n`, { mode: 0o600, flush: true });
    signed = mark.hash;
    return head;
  };
  return {
    publicKey,
    tip: () => ({ n: mark.n, hash: mark.hash }),
    has: index.has,
    seen: index.seen,
    enter,
    place: index.place,
    keepPlace: index.keepPlace,
    sign,
    close: async () => {
      await last;
      sign();
      await chain.close();
      index.close();
    },
  };
};
