import fc from "fast-check";
import { expect, test } from "vitest";
import { childBlocks } from "../../../../src/domain/child-form/blocks.ts";
import { fillForm } from "../../../../src/domain/child-form/fill-form.ts";
import { followRecord } from "../../../../src/domain/child-form/follow-record.ts";
import { preferOfficers } from "../../../../src/domain/child-form/prefer-officers.ts";
import { deepEqual } from "../../../../src/domain/merge/deep-equal.ts";
import { merge, unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { type Child, child as kind } from "../../../../src/domain/model/kinds/child.ts";
import { contentOf } from "../../../support/data/schema-arbitraries.ts";

const at = "2026-11-24T22:00:00.000Z";
const author = (by: string) => ({ by, device: `${by}1`, at });
const fields = Object.values(childBlocks).flat();
const start = firstVersion(
  kind,
  "child:1",
  { site: "medyka", personId: "person:1" },
  author("server"),
) as unknown as Child;
const write = (by: string, before: Child, changed: object): Child => {
  const filled = fillForm(before, changed);
  if (!filled.ok) throw new Error("refused");
  return nextVersion(
    kind.rule,
    before as unknown as Document,
    filled.value as unknown as Document,
    author(by),
  ) as unknown as Child;
};
const joined = (a: Child, b: Child): Child =>
  merge(kind.rule, a as unknown as Document, b as unknown as Document) as unknown as Child;

/** Some fields of a form, as an officer may fill them at once. */
const edit = contentOf(kind).map((content) =>
  Object.fromEntries(Object.entries(content).filter(([field]) => fields.includes(field as (typeof fields)[number]))),
);
const edits = fc.array(edit, { minLength: 1, maxLength: 4 });

/** Whether what was written of a field is there: shown, or waiting beside another value, of a list each element. */
const isKept = (form: Child, field: string, value: unknown): boolean => {
  const shown = [form[field as keyof Child], ...(form.rivals?.[field] ?? []).map(([, rival]) => rival)];
  if (!Array.isArray(value) || kind.rule(field) !== "union") return shown.some((one) => deepEqual(one, value));
  const elements = shown.flatMap((one) => (Array.isArray(one) ? one : []));
  return value.every((element) => elements.some((one) => deepEqual(one, element)));
};

test("Two officers write whatever they like without a network: nothing that either wrote last is lost, whatever the order", () => {
  fc.assert(
    fc.property(edits, edits, (ofOlha, ofVira) => {
      const [olha, vira] = [
        ofOlha.reduce<Child>((form, changed) => write("olha", form, changed), start),
        ofVira.reduce<Child>((form, changed) => write("vira", form, changed), start),
      ] as [Child, Child];
      const both = joined(olha, vira);
      expect(joined(vira, olha)).toEqual(both);
      for (const [wrote, form] of [
        [ofOlha, olha],
        [ofVira, vira],
      ] as const)
        for (const field of Object.keys(Object.assign({}, ...wrote)))
          expect({ field, isKept: isKept(both, field, form[field as keyof Child]) }).toEqual({ field, isKept: true });
    }),
    { numRuns: 100, seed: 20_261_124 },
  );
});

test("What two officers add to a list unseen of each other is all shown, and nobody is asked", () => {
  const told = (office: string, by: string) =>
    write(by, start, { notified: [{ office, at, by }], handovers: [{ id: by, by, notedAt: at }] });
  const both = joined(told("police", "olha"), told("family_court", "vira"));
  expect(both.notified?.map(({ office }) => office).sort()).toEqual(["family_court", "police"]);
  expect(both.handovers?.map(({ id }) => id).sort()).toEqual(["olha", "vira"]);
  expect(unresolvedConflicts(kind.rule, both as unknown as Document)).toEqual([]);
});

test("What the site says later never takes the place of what an officer wrote", () => {
  const known = { site: "lublin", personId: "person:1" as const, givenName: "Оля", familyName: "Коваль" };
  const form = followRecord(write("olha", start, { givenName: "Ольга" }), known, "server");
  expect(form).toMatchObject({ site: "lublin", givenName: "Ольга", familyName: "Коваль" });
  const cleared = write("olha", write("olha", start, { nickname: "Оля" }), { nickname: undefined });
  expect(followRecord(cleared, { ...known, nickname: "Ля" }, "server")).not.toHaveProperty("nickname");
});

test("Written unseen of each other, the officer's word stands against the worker's, with its author; of two officers both are asked", () => {
  const bySite = write("server", start, { givenName: "Оля" });
  const asked = joined(write("olha", start, { givenName: "Ольга" }), bySite);
  const settled = preferOfficers(asked, { by: "server", device: "server1" });
  expect(settled).toMatchObject({ givenName: "Ольга" });
  expect(settled.rivals).toBeUndefined();
  for (const older of [asked, bySite]) expect(joined(older, settled)).toMatchObject({ givenName: "Ольга" });
  expect(joined(asked, settled).rivals).toBeUndefined();
  expect(followRecord(settled, { site: "medyka", personId: "person:1", givenName: "Оля" }, "server").givenName).toBe(
    "Ольга",
  );
  const two = joined(asked, write("vira", start, { givenName: "Оленка" }));
  expect(preferOfficers(two, { by: "server", device: "server1" })).toBe(two);
});
