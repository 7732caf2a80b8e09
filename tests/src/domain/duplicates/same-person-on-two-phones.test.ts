import fc from "fast-check";
import { expect, test } from "vitest";
import type { LosingFacts } from "../../../../src/domain/duplicates/merge-stop.ts";
import { isStopLost } from "../../../../src/domain/duplicates/merge-stop.ts";
import { isMerged } from "../../../../src/domain/duplicates/merged.ts";
import { mergeInto, standFor, tellApart } from "../../../../src/domain/duplicates/same-person.ts";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { type Person, person } from "../../../../src/domain/model/kinds/person.ts";
import { aDocument } from "../../../support/data/a-document.ts";

type Phone = Map<string, Person>;
const runs = Number(process.env.RUNS ?? 400);
const at = "2026-11-24T09:00:00.000Z";
const people = fc.integer({ min: 1, max: 4 }).map((key) => `person:${key}` as const);
const facts = fc.record({
  ...{ isHoused: fc.boolean(), isOnTrip: fc.constant(false), hasOpenIncident: fc.constant(false) },
  ...{ isGuarded: fc.constant(false), isSurvivorGuarded: fc.constant(false), alone: fc.constant([]) },
});
const taps = fc.array(
  fc.record({
    phone: fc.constantFrom(0, 1, 2),
    does: fc.constantFrom("same", "same", "same", "apart", "sync"),
    one: people,
    other: people,
    facts,
  }),
  { maxLength: 14 },
);
const family = [
  aDocument("person", "1", { groupId: "group:1", noParentSince: at }),
  aDocument("person", "2", { groupId: "group:2", noParentSince: "2026-11-24T08:00:00.000Z" }),
  aDocument("person", "3", { groupId: "group:3", needFlags: ["child_alone"] }),
  aDocument("person", "4", { groupId: "group:3" }),
];

/** One act: both records are written, or none. */
const act = (phone: Phone, device: string, writes: readonly (readonly [Person, { ok: boolean; value?: Person }])[]) => {
  if (!writes.every(([, done]) => done.ok)) return;
  for (const [before, { value }] of writes) {
    const next = nextVersion(person.rule, before as unknown as Document, value as unknown as Document, {
      by: "lea",
      device,
      at,
    });
    phone.set(before._id, next as unknown as Person);
  }
};

const tap = (phone: Phone, device: string, does: string, one: Person, other: Person, known: LosingFacts) => {
  if (one._id === other._id) return;
  if (does === "same")
    act(phone, device, [
      [other, standFor(other, one, known)],
      [one, mergeInto(one, other, known)],
    ]);
  else
    act(phone, device, [
      [one, tellApart(one, other._id)],
      [other, tellApart(other, one._id)],
    ]);
};

const meet = (phones: readonly Phone[]) => {
  for (const { _id } of family) {
    const copies = phones.map((phone) => phone.get(_id) as unknown as Document);
    const joined = copies.reduce((a, b) => merge(person.rule, a, b)) as unknown as Person;
    for (const phone of phones) phone.set(_id, joined);
  }
};

test("Whatever is tapped on three phones offline, whoever is off the lists has a record on them that carries the stop as well", () => {
  fc.assert(
    fc.property(taps, (tapped) => {
      const phones = [0, 1, 2].map((): Phone => new Map(family.map((one) => [one._id, one])));
      for (const { phone, does, one, other, facts: known } of tapped) {
        const on = phones[phone] as Phone;
        if (does === "sync") meet(phones);
        else tap(on, `dev${phone}`, does, on.get(one) as Person, on.get(other) as Person, known);
      }
      meet(phones);
      const [all] = phones as [Phone, ...Phone[]];
      for (const hidden of [...all.values()].filter(isMerged)) {
        const survivor = all.get(hidden.mergedInto ?? "") as Person;
        expect(isMerged(survivor)).toBe(false);
        expect(survivor.mergedFrom).toContain(hidden._id);
        expect(isStopLost(hidden, survivor)).toBe(false);
      }
    }),
    { numRuns: runs },
  );
});
