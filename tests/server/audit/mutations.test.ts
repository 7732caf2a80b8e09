import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  appendLine,
  type ChainTip,
  canonical,
  chainStart,
  type Entry,
  type Fact,
} from "../../../server/audit/entry.ts";
import { headText, publicTextOf, readHeads, signHead, verifyHead } from "../../../server/audit/head.ts";
import { textsOf } from "../../../server/audit/lines-of.ts";
import { verifyChain } from "../../../server/audit/verify-chain.ts";
import { aFact, aFolder, append } from "./a-chain.ts";

const { privateKey } = generateKeyPairSync("ed25519");
const key = publicTextOf(privateKey);
const length = 40;
const at = "2026-11-24T08:00:00.000Z";

const chainOf = (facts: readonly Fact[], start: ChainTip): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const fact of facts) entries.push(append(entries.at(-1) ?? start, fact, at));
  return entries;
};
const facts = Array.from({ length }, (_, place) => aFact(place));
const entries = chainOf(facts, chainStart(key));
const lines = entries.map(canonical);
const head = signHead(entries.at(-1) ?? chainStart(key), at, privateKey);
const text = `${lines.join("\n")}\n`;
const place = fc.nat(length - 1);
const without = <T>(all: readonly T[], at: number) => all.filter((_, one) => one !== at);
const joined = (all: readonly string[]) => Buffer.from(all.map((line) => `${line}\n`).join(""));

/** What somebody may do to the file. All but the last kinds are seen without a head too, unless the end of the chain is touched. */
const bytes = fc
  .tuple(fc.nat(Buffer.byteLength(text) - 1), fc.integer({ min: 1, max: 255 }))
  .map(([at, difference]) => {
    const altered = Buffer.from(text);
    altered[at] = ((altered[at] ?? 0) + difference) % 256;
    return altered;
  });
const removed = place.map((at) => joined(without(lines, at)));
const swapped = fc
  .tuple(place, place)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => joined(lines.map((line, at) => (at === a ? lines[b] : at === b ? lines[a] : line) ?? "")));
const doubled = fc.tuple(place, fc.nat(length)).map(([from, to]) => joined(lines.toSpliced(to, 0, lines[from] ?? "")));
const cut = fc.nat(Buffer.byteLength(text) - 1).map((at) => Buffer.from(text).subarray(0, at));
const field = fc
  .tuple(place, fc.constantFrom("by", "device", "id", "rev", "at", "database", "written"), fc.string())
  .map(([at, name, value]) => joined(lines.with(at, canonical({ ...entries[at], [name]: `${value}.` }))));
/** Everything after it made anew: the chain is sound in itself, as only somebody who rules the machine can make it. */
const madeAnew = fc
  .tuple(place, fc.constantFrom<Partial<Fact>>({ by: "ben" }, { fields: [] }, { id: "person:other" }))
  .map(([at, change]) => facts.map((fact, one) => (one === at ? { ...fact, ...change } : fact)))
  .map((altered) => joined(chainOf(altered, chainStart(key)).map(canonical)));
const leftOut = place
  .map((at) => [...without(facts, at), aFact(length + 1)])
  .map((altered) => joined(chainOf(altered, chainStart(key)).map(canonical)));

test("A line is written as its entry is defined, whatever texts a fact holds", () => {
  const text = fc.string({ unit: "binary" });
  const maybe = fc.option(text);
  const fact = fc.record({
    ...{ by: maybe, device: maybe, written: maybe, database: text, id: text, rev: text },
    ...{ stamps: fc.array(text), fields: fc.array(text) },
  });
  fc.assert(
    fc.property(fact, fc.nat(), (fact, n) => {
      const tip = { n, hash: chainStart(key).hash };
      const entry = append(tip, fact, at);
      expect(appendLine(tip, fact, at)).toEqual({ n: n + 1, hash: entry.hash, line: canonical(entry) });
    }),
  );
});

test("The chain as it was written is whole; every one of 1,000 mutations is seen against a head that was sent away (P8, A20)", () => {
  const file = join(aFolder(), "chain.jsonl");
  const check = (content: Buffer | string) => {
    writeFileSync(file, content);
    return verifyChain(textsOf(file), key, [head]);
  };
  expect(check(text)).toEqual({ ok: true, value: expect.objectContaining({ n: length, hash: head.hash }) });
  const mutations = fc.oneof(bytes, removed, swapped, doubled, cut, field, madeAnew, leftOut);
  let seen = 0;
  fc.assert(
    fc.property(mutations, (content) => {
      seen += 1;
      expect(content.equals(Buffer.from(text))).toBe(false);
      expect(check(content).ok).toBe(false);
    }),
    { numRuns: 1_000 },
  );
  expect(seen).toBeGreaterThanOrEqual(1_000);
});

test("Without any head the first broken place is named", () => {
  const broken = (changed: readonly string[]) => {
    const checked = verifyChain(changed, key);
    return checked.ok ? undefined : checked.error;
  };
  expect(broken(lines.with(7, canonical({ ...entries[7], by: "ben" })))).toEqual({ type: "WrongHash", n: 8 });
  expect(broken(lines.with(7, lines[7]?.replace(",", ", ") ?? ""))).toEqual({ type: "NotAnEntry", n: 8 });
  expect(broken(without(lines, 7))).toEqual({ type: "WrongLink", n: 8 });
  expect(broken(lines.toSpliced(7, 0, lines[6] ?? ""))).toEqual({ type: "WrongLink", n: 8 });
  expect(broken(lines.slice(0, 20))).toBeUndefined();
  expect(verifyChain(lines.slice(0, 20), key, [head])).toMatchObject({
    error: { type: "CutOff", n: 21, head: length },
  });
});

test("A head survives mail and paper, and nobody can make one", () => {
  const mailed = headText(head).replaceAll(" ", "\n  ");
  expect(readHeads(`Dear auditor,\n${mailed}\nRegards`)).toEqual([head]);
  for (const forged of [
    { ...head, n: 39 },
    { ...head, hash: entries[0]?.hash ?? "" },
    { ...head, at: "2026-11-25T08:00:00.000Z" },
    { ...head, signature: head.signature.replace(/^./, (first) => (first === "A" ? "B" : "A")) },
  ])
    expect(verifyHead(forged)).toBe(false);
  const other = signHead(entries[3] ?? chainStart(key), at, generateKeyPairSync("ed25519").privateKey);
  expect(verifyHead(other)).toBe(true);
  expect(verifyChain(lines, key, [other])).toMatchObject({ error: { type: "OtherKey" } });
});

test("Whoever has the key too, and signs a chain made anew, is given away by the head that was sent before", () => {
  const altered = chainOf(facts.with(5, aFact(5, { by: "ben" })), chainStart(key));
  const resigned = signHead(altered.at(-1) ?? chainStart(key), at, privateKey);
  expect(verifyChain(altered.map(canonical), key, [resigned]).ok).toBe(true);
  expect(verifyChain(altered.map(canonical), key, [resigned, head])).toMatchObject({
    error: { type: "OtherThanHead" },
  });
});
