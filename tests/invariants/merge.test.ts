import { describe, test } from "vitest";
import { kinds } from "../../src/domain/model/kinds.ts";
import { checkMergeInvariants } from "../support/invariants/merge-invariants.ts";
import { scale } from "../support/runs/scale.ts";

const seed = Number(process.env.SEED ?? 20_261_124);
const cases = Number(process.env.CASES ?? scale({ test: 1_000, soak: 50_000 }));

describe(`Merging needs no luck (seed ${seed}, ${cases} histories of three devices a kind)`, () => {
  test.each(Object.values(kinds))("$name: idempotent, commutative, associative, valid, nothing lost unseen", (kind) => {
    checkMergeInvariants(kind, cases, seed);
  });
});
