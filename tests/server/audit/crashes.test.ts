import { appendFileSync, copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { auditFiles, headsIn } from "../../../server/audit/audit-files.ts";
import { type Ledger, openLedger } from "../../../server/audit/ledger.ts";
import { textsOf } from "../../../server/audit/lines-of.ts";
import { readLine } from "../../../server/audit/verify-chain.ts";
import { aFolder, aRead, entriesIn, verifyFiles } from "./a-chain.ts";

/** What happens to the process and the file, in any order. `torn`: how much of the last write came to the disk, 0 to 1. */
type Step = { readonly type: "enter"; readonly count: number } | { readonly type: "restart" | "lostIndex" } | Torn;
type Torn = { readonly type: "torn"; readonly count: number; readonly part: number; readonly zeros: number };

const count = fc.integer({ min: 1, max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant("enter" as const), count }),
  fc.record({ type: fc.constantFrom("restart" as const, "lostIndex" as const) }),
  fc.record({
    type: fc.constant("torn" as const),
    count,
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    zeros: fc.nat(3),
  }),
);
const indexFiles = (index: string) => [index, `${index}-wal`];

test("After any sequence of writes, restarts, power cuts and a lost index the chain is whole and has everything once (P8)", async () => {
  const run = async (steps: readonly Step[]) => {
    const dataDir = aFolder();
    const files = auditFiles(dataDir);
    let ledger = await openLedger(files);
    let next = 0;
    const reads = (many: number) => Array.from({ length: many }, () => aRead(next++));
    for (const one of steps) {
      if (one.type === "enter") await ledger.enter(reads(one.count));
      else if (one.type === "torn") ledger = await tear(ledger, files, reads(one.count), one);
      else {
        await ledger.close();
        if (one.type === "lostIndex") writeFileSync(files.index, "");
        ledger = await openLedger(files);
      }
    }
    const revs = entriesIn(files).map(({ rev }) => rev);
    expect(new Set(revs).size).toBe(next);
    expect(revs).toHaveLength(next);
    expect(verifyFiles(dataDir, ledger)).toMatchObject({ ok: true, value: { n: next } });
    await ledger.close();
    expect(verifyFiles(dataDir, ledger).ok).toBe(true);
    expect(headsIn(files).at(-1)?.n ?? 0).toBe(next);
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), run), { numRuns: 60 });
});

/** The index as it was before a write, the chain with a part of it: then the feed brings the same again. */
const tear = async (
  ledger: Ledger,
  files: ReturnType<typeof auditFiles>,
  reads: ReturnType<typeof aRead>[],
  { part, zeros }: Torn,
): Promise<Ledger> => {
  const before = indexFiles(files.index).map((file) => (existsSync(file) ? readFileSync(file) : undefined));
  const size = existsSync(files.chain) ? statSync(files.chain).size : 0;
  await ledger.enter(reads);
  const whole = readFileSync(files.chain);
  const heads = existsSync(files.heads) ? readFileSync(files.heads) : undefined;
  await ledger.close();
  // Closing signs; a process that was killed has not.
  writeFileSync(files.heads, heads ?? "");
  for (const [place, file] of indexFiles(files.index).entries()) writeFileSync(file, before[place] ?? "");
  const kept = size + Math.round(part * (whole.length - size));
  writeFileSync(files.chain, Buffer.concat([whole.subarray(0, kept), Buffer.alloc(zeros)]));
  const again = await openLedger(files);
  await again.enter(reads);
  return again;
};

test("kill -9 in the middle of a line: what is torn is cut off, and what stood before is not touched", async () => {
  const dataDir = aFolder();
  const files = auditFiles(dataDir);
  const ledger = await openLedger(files);
  await ledger.enter([aRead(1), aRead(2)]);
  await ledger.close();
  const whole = readFileSync(files.chain);
  appendFileSync(files.chain, whole.subarray(0, 100));
  const said: object[] = [];
  const again = await openLedger(files, { log: (event) => said.push(event) });
  expect(said).toEqual([{ event: "audit-cut", bytes: 100 }]);
  expect(readFileSync(files.chain)).toEqual(whole);
  await again.enter([aRead(3)]);
  expect(verifyFiles(dataDir, again)).toMatchObject({ ok: true, value: { n: 3 } });
  await again.close();
});

test("What was altered or cut off on purpose is never mended by a start: the chain goes on and stays broken", async () => {
  for (const harm of [
    (file: string) => truncateSync(file, statSync(file).size - 10),
    (file: string) => truncateSync(file, 0),
    (file: string) => writeFileSync(file, readFileSync(file, "utf8").replace("ann", "ben")),
  ]) {
    const dataDir = aFolder();
    const files = auditFiles(dataDir);
    const ledger = await openLedger(files);
    await ledger.enter([aRead(1), aRead(2)]);
    await ledger.close();
    harm(files.chain);
    const again = await openLedger(files);
    await again.enter([aRead(3)]);
    await again.close();
    expect(verifyFiles(dataDir, again).ok).toBe(false);
    expect([...textsOf(files.chain)].map((line) => readLine(line)?.rev)).toContain("1-3");
  }
});

test("Files are their owner's only, one process writes, and a copy can be read beside it", async () => {
  const dataDir = aFolder();
  const files = auditFiles(dataDir);
  const ledger = await openLedger(files);
  await ledger.enter([aRead(1)]);
  ledger.sign();
  for (const file of [files.key, files.chain, files.heads]) expect(statSync(file).mode & 0o077).toBe(0);
  expect(statSync(files.folder).mode & 0o077).toBe(0);
  await expect(openLedger(files)).rejects.toThrow("locked");
  expect(ledger.sign()).toBeUndefined();
  copyFileSync(files.chain, `${files.chain}.copy`);
  expect(verifyFiles(dataDir, ledger).ok).toBe(true);
  await ledger.close();
});
