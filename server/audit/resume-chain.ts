import { appendFileSync, existsSync, statSync, truncateSync } from "node:fs";
import { type ChainTip, hashOf } from "./entry.ts";
import type { ChainEnd, EnteredRevision, EntryIndex } from "./entry-index.ts";
import { linesOf } from "./lines-of.ts";
import { nextEntry, readLine } from "./verify-chain.ts";

/** What was found behind the place where the last run knew the chain to end. */
export type ResumedChain = { readonly mark: ChainEnd; readonly cutBytes: number; readonly isBroken: boolean };

const pageSize = 1_000;

/**
 * Takes up a chain after a stop, a crash or a power cut. Whole entries that the index does not know are taken into it; what comes
 * after the last whole entry was never told to anybody and is cut off. What is broken in the middle stays as it is, for `verify`.
 */
export const resumeChain = (file: string, index: EntryIndex, start: ChainTip): ResumedChain => {
  const known = index.mark() ?? { ...start, bytes: 0 };
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size < known.bytes) return goOnAfterLoss(file, known, size);
  let mark = known;
  let isBroken = false;
  let page: EnteredRevision[] = [];
  const keep = () => {
    index.keep(page, mark);
    page = [];
  };
  for (const { text, end } of linesOf(file, known.bytes)) {
    const entry = readLine(text);
    if (!entry || hashOf(entry) !== entry.hash) continue;
    isBroken ||= !nextEntry(mark, text).ok;
    mark = { n: entry.n, hash: entry.hash, bytes: end };
    page.push(entry);
    if (page.length === pageSize) keep();
  }
  keep();
  if (size > mark.bytes) truncateSync(file, mark.bytes);
  return { mark, cutBytes: size - mark.bytes, isBroken };
};

/** Somebody shortened the file. An empty line marks the place, so that nothing that comes later can make up for it. */
const goOnAfterLoss = (file: string, known: ChainEnd, size: number): ResumedChain => {
  appendFileSync(file, "\n", { mode: 0o600, flush: true });
  return { mark: { ...known, bytes: size + 1 }, cutBytes: 0, isBroken: true };
};
