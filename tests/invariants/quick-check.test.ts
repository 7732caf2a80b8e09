import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { Kind } from "../../src/domain/model/kind.ts";
import { kinds } from "../../src/domain/model/kinds.ts";
import { quickCheck } from "../../src/domain/model/quick-check.ts";
import { damageOf } from "../support/data/damage.ts";
import { someDocuments } from "../support/data/document-versions.ts";

const seed = Number(process.env.SEED ?? 20_261_125);
const cases = Number(process.env.CASES ?? 500);

describe(`The quick check never takes what the schema refuses, and takes nearly all that it takes (seed ${seed})`, () => {
  test.each(Object.values<Kind>(kinds))("$name", (kind) => {
    const quick = {
      schema: quickCheck(kind.schema),
      emptied: quickCheck(kind.emptied),
    };
    const sound = someDocuments(kind, cases, { by: "ann", site: "medyka", key: "1", seed });
    const damages = fc.sample(damageOf(kind), { numRuns: cases, seed });
    const damaged = sound.map((document, place) => damages[place]?.(document) ?? {});
    for (const document of [...sound, ...damaged].map((one) => JSON.parse(JSON.stringify(one)) as object)) {
      for (const name of ["schema", "emptied"] as const) {
        const taken = quick[name](document);
        expect({ document, name, taken, isSound: !taken || v.is(kind[name], document) }).toMatchObject({
          isSound: true,
        });
      }
    }
    const takenQuickly = sound.filter((document) => quick.schema(document)).length;
    expect(takenQuickly / sound.length).toBeGreaterThan(0.95);
    expect(damaged.filter((document) => !quick.schema(document)).length).toBeGreaterThan(cases / 3);
  });
});

test("What it does not know it leaves to the schema", () => {
  const odd = v.pipe(v.string(), v.email());
  expect(quickCheck(odd)("anna@example.org")).toBe(false);
  expect(quickCheck(v.object({ odd }))({ odd: "anna@example.org" })).toBe(false);
  expect(quickCheck(v.bigint())(1n)).toBe(false);
});
