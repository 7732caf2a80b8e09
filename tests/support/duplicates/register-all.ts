import { blocksOf } from "../../../src/domain/duplicates/blocks.ts";
import { comparePeople, type Sameness, waysOfOne } from "../../../src/domain/duplicates/compare-people.ts";
import { type Traits, traitsBuilder } from "../../../src/domain/duplicates/traits.ts";
import { phoneKey } from "../../../src/domain/numbers/phone-key.ts";
import { parsePhoneNumber } from "../../../src/domain/numbers/phone-number.ts";
import type { Arrivals, KnownPair, Registered } from "./registered.ts";

type Known = { readonly one: Registered; readonly traits: Traits; readonly phone: string | undefined };

export type Measured = {
  /** Known duplicates for which anything is said, and those for which it is "probably". */
  readonly recall: number;
  readonly probableRecall: number;
  readonly missed: readonly KnownPair[];
  /** Of what is called probable. */
  readonly precision: number;
  readonly wrong: readonly string[];
  /** New people who are nobody's duplicate, by the hundred, for whom something is said all the same. */
  readonly stripsPerHundred: number;
  /** Pairs that look alike and are called probable, by kind. */
  readonly trapped: readonly KnownPair[];
  /** Milliseconds of one check, in order. */
  readonly times: readonly number[];
};

/** Everybody arrives, one after the other, and is compared with those who are there. */
export const registerAll = ({ registered, pairs }: Arrivals): Measured => {
  const build = traitsBuilder();
  const byBlock = new Map<string, Known[]>();
  const said = new Map<string, Sameness["verdict"]>();
  const saidOf = new Map<string, number>();
  const times: number[] = [];
  for (const one of registered) {
    const phone = one.phone && phoneKey(parsePhoneNumber(one.phone));
    const start = performance.now();
    const traits = build(one.person);
    const ways = waysOfOne();
    const blocks = [...blocksOf(traits), ...(phone ? [phone] : [])];
    for (const other of new Set(blocks.flatMap((block) => byBlock.get(block) ?? []))) {
      const samePhone = phone !== undefined && phone === other.phone;
      const sameness = comparePeople(traits, other.traits, { samePhone, on: one.at.slice(0, 10), ways });
      if (!sameness) continue;
      said.set(keyOf(one.id, other.one.id), sameness.verdict);
      saidOf.set(one.id, (saidOf.get(one.id) ?? 0) + 1);
    }
    times.push(performance.now() - start);
    for (const block of blocks) {
      const known = byBlock.get(block) ?? [];
      known.push({ one, traits, phone });
      byBlock.set(block, known);
    }
  }
  return figuresOf(registered, pairs, { said, saidOf, times: times.toSorted((a, b) => a - b) });
};

const figuresOf = (
  registered: readonly Registered[],
  pairs: readonly KnownPair[],
  { said, saidOf, times }: { said: Map<string, string>; saidOf: Map<string, number>; times: readonly number[] },
): Measured => {
  const same = pairs.filter(({ isSame }) => isSame);
  const sameKeys = new Set(same.map(({ one, other }) => keyOf(one, other)));
  const missed = same.filter(({ one, other }) => !said.has(keyOf(one, other)));
  const probable = [...said].flatMap(([key, verdict]) => (verdict === "probably" ? [key] : []));
  const wrong = probable.filter((key) => !sameKeys.has(key));
  const duplicates = new Set(same.flatMap(({ one, other }) => [one, other]));
  const news = registered.filter(({ id }) => !duplicates.has(id));
  return {
    recall: 1 - missed.length / same.length,
    probableRecall: (probable.length - wrong.length) / same.length,
    missed,
    precision: 1 - wrong.length / Math.max(1, probable.length),
    wrong,
    stripsPerHundred: (100 * news.filter(({ id }) => saidOf.has(id)).length) / news.length,
    trapped: pairs.filter(({ one, other, isSame }) => !isSame && said.get(keyOf(one, other)) === "probably"),
    times,
  };
};

const keyOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
