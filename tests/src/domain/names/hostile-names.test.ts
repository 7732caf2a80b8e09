import { expect, test } from "vitest";
import { dominates, merge, resolveByRule, unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";

const at = "2026-11-24T08:00:00.000Z";
const { rule } = kinds.person;

const made = firstVersion(
  kinds.person,
  "person:1",
  { site: "medyka", recordState: "quick", familyName: "x" },
  { by: "ann", device: "dev1", at },
);

/** What somebody sends who names devices and fields as every object's own members are called. */
const hostile = (name: string): readonly Document[] => {
  const by = { by: "eve", device: /^[a-z0-9]{4,16}$/.test(name) ? name : "dev3", at };
  const edited = nextVersion(rule, made, { ...made, familyName: "y" }, by);
  const text = JSON.stringify(edited)
    .replace('"familyName"', `"${name}":"y","familyName"`)
    .replace('"seen":{', `"seen":{"${name}":3,`)
    .replace('"own":{', `"own":{"${name}":"1.dev1",`)
    .replace(/}$/, `,"rivals":{"${name}":[["1.dev1","p"],["2.dev9","q"]]}}`);
  return [edited, JSON.parse(text) as Document];
};

test.each(["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__", "__defineGetter__"])(
  "A record that names a device and a field %s is merged like any other, and can be changed afterwards",
  (name) => {
    for (const theirs of hostile(name)) {
      const mine: Document = nextVersion(rule, made, { ...made, familyName: "z" }, { by: "ben", device: "dev2", at });
      const joined = merge(rule, mine, theirs);
      expect(merge(rule, theirs, mine)).toEqual(joined);
      expect(merge(rule, joined, joined)).toEqual(joined);
      expect(dominates(joined, mine) && dominates(joined, theirs)).toBe(true);
      expect(unresolvedConflicts(rule, joined).map(({ field }) => field)).toEqual(["familyName"]);
      for (const version of [theirs, joined]) {
        const next = nextVersion(rule, resolveByRule(rule, version), { ...version, familyName: "w" }, { ...ben, at });
        expect(checkDocument(kinds.person, next)).toEqual([]);
        expect(Object.values(next.stamps.seen).every(Number.isInteger)).toBe(true);
      }
    }
  },
);

const ben = { by: "ben", device: "dev2" };
