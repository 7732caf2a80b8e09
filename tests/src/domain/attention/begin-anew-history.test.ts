import fc from "fast-check";
import { expect, test } from "vitest";
import { beginAnew } from "../../../../src/domain/attention/begin-anew.ts";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { writesOf } from "../../../../src/domain/merge/writes.ts";
import { checkDocument, lengthOf } from "../../../../src/domain/model/check-document.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { crowdedRecord } from "../../../support/hostile/crowded-record.ts";
import { scale } from "../../../support/runs/scale.ts";

const kind = kinds.person;
const fields = ["givenName", "originSettlement", "patronymic"] as const;
/** The first two are a lead's. */
const phones = ["vera1", "olha1", "anna1", "ben1"] as const;
const author = (device: string) => ({ by: device.slice(0, -1), device, at: "2026-11-24T09:00:00.000Z" });

/** What a phone holds, and which of the values that were written it knows of, also through others. */
type Phone = { document: Document; known: ReadonlySet<string> };
type Written = { readonly field: string; readonly value: string; readonly past: ReadonlySet<string> };

const step = fc.tuple(
  fc.constantFrom("edit", "edit", "meet", "begin"),
  fc.nat(phones.length - 1),
  fc.nat(phones.length - 1),
  fc.nat(fields.length - 1),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const start = crowdedRecord("names of devices", 9_000);

/** Both leads begin anew, one knows a phone of which the other has not heard, and that phone goes on writing meanwhile. */
const twoBeginnings: Step[] = [
  ["edit", 2, 0, 0],
  ["edit", 0, 0, 0],
  ["begin", 0, 0, 0],
  ["meet", 1, 2, 0],
  ["edit", 1, 0, 0],
  ["edit", 0, 0, 0],
  ["begin", 1, 0, 0],
  ["meet", 0, 1, 0],
  ["edit", 0, 0, 0],
  ["edit", 0, 0, 0],
  ["edit", 0, 0, 0],
  ["edit", 2, 0, 0],
  ["edit", 0, 0, 0],
];

const play = (steps: readonly Step[]) => {
  const held = phones.map((): Phone => ({ document: start, known: new Set() }));
  const written: Written[] = [];
  for (const [what, who, other, place] of steps) {
    const [phone, peer, field] = [held[who], held[other], fields[place]];
    const by = author(phones[who] ?? "");
    if (!phone || !peer || !field) continue;
    if (what === "meet") meet(phone, peer);
    else if (what === "begin" && who < 2) phone.document = beginAnew(kind, phone.document, by).document;
    else if (what === "edit") {
      const value = `value ${written.length}`;
      phone.document = nextVersion(kind.rule, phone.document, { ...phone.document, [field]: value } as Document, by);
      written.push({ field, value, past: phone.known });
      phone.known = new Set([...phone.known, value]);
    }
  }
  return { held, written };
};

const meet = (into: Phone, from: Phone) => {
  into.document = merge(kind.rule, into.document, from.document);
  into.known = new Set([...into.known, ...from.known]);
};

const valuesOf = (document: Document, field: string): readonly unknown[] =>
  [...(writesOf(document).get(field)?.values() ?? [])].map(([, value]) => value);

test("Whoever edits, meets and begins anew in whatever order: all come to the same, and nothing is lost that nobody replaced", () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 14 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (steps, order) => {
        const { held, written } = play(steps);
        for (const _round of [1, 2, 3])
          for (const a of order) for (const b of order) meet(held[a] as Phone, held[b] as Phone);
        const [{ document }] = held as [Phone];
        for (const phone of held) expect(phone.document).toEqual(document);
        expect(checkDocument(kind, document)).toEqual([]);
        for (const { field, value } of written) {
          const isReplaced = written.some((later) => later.field === field && later.past.has(value));
          if (!isReplaced) expect(valuesOf(document, field)).toContain(value);
        }
        if (steps.some(([what, who]) => what === "begin" && who < 2)) expect(lengthOf(document)).toBeLessThan(8_000);
      },
    ),
    {
      numRuns: scale({ test: 300, soak: 20_000 }),
      seed: Number(process.env.SEED ?? 20_261_129),
      examples: [[twoBeginnings, [2, 3, 0, 1]]],
    },
  );
});

test("A value that was replaced before the beginning does not come back from a phone that wrote on meanwhile", () => {
  const [old, kept] = [author("anna1"), author("ben1")];
  const first = nextVersion(kind.rule, start, { ...start, givenName: "Ганна" } as Document, old);
  const second = nextVersion(kind.rule, first, { ...first, givenName: "Анна" } as Document, kept);
  const away = nextVersion(kind.rule, first, { ...first, patronymic: "Іванівна" } as Document, old);
  const begun = beginAnew(kind, second, author("vera1")).document;
  const joined = merge(kind.rule, begun, away);
  expect([joined.givenName, joined.patronymic, joined.rivals]).toEqual(["Анна", "Іванівна", undefined]);
});
