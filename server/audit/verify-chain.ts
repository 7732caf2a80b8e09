import { err, ok, type Result } from "../../src/domain/model/result.ts";
import { type ChainTip, canonical, chainStart, type Entry, hashOf } from "./entry.ts";
import { type Head, verifyHead } from "./head.ts";

/** The first place that is not as it was written. `n` is the number that the entry there should have. */
export type BrokenEntry =
  | { readonly type: "NotAnEntry" | "WrongHash" | "WrongLink" | "OtherThanHead"; readonly n: number }
  | { readonly type: "CutOff"; readonly n: number; readonly head: number }
  | { readonly type: "ForgedHead" | "OtherKey"; readonly n: number };

/** Goes through a chain line by line (in constant memory) and holds it against signed heads. Answers where it ends. */
export const verifyChain = (
  lines: Iterable<string>,
  publicKey: string,
  heads: readonly Head[] = [],
): Result<ChainTip, BrokenEntry> => {
  for (const head of heads) {
    if (!verifyHead(head)) return err({ type: "ForgedHead", n: head.n });
    if (head.key !== publicKey) return err({ type: "OtherKey", n: head.n });
  }
  const marks = [...heads].sort((a, b) => a.n - b.n);
  let tip = chainStart(publicKey);
  let reached = 0;
  for (const line of lines) {
    const next = nextEntry(tip, line);
    if (!next.ok) return next;
    tip = next.value;
    for (; marks[reached]?.n === tip.n; reached += 1)
      if (marks[reached]?.hash !== tip.hash) return err({ type: "OtherThanHead", n: tip.n });
  }
  const missing = marks.at(-1);
  return missing && missing.n > tip.n ? err({ type: "CutOff", n: tip.n + 1, head: missing.n }) : ok(tip);
};

/** The entry in a line, where it is the one that comes after `tip`. */
export const nextEntry = (tip: ChainTip, line: string): Result<Entry, BrokenEntry> => {
  const n = tip.n + 1;
  const entry = readLine(line);
  if (!entry) return err({ type: "NotAnEntry", n });
  if (hashOf(entry) !== entry.hash) return err({ type: "WrongHash", n });
  return entry.n === n && entry.prev === tip.hash ? ok(entry) : err({ type: "WrongLink", n });
};

/** Nothing for a line that `append` cannot have made: another spelling of the same value counts as altered. */
export const readLine = (line: string): Entry | undefined => {
  try {
    const entry = JSON.parse(line) as Entry;
    const isEntry = typeof entry?.n === "number" && typeof entry.prev === "string" && canonical(entry) === line;
    return isEntry ? entry : undefined;
  } catch {
    return undefined;
  }
};
