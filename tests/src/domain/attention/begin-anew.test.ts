import { describe, expect, test } from "vitest";
import { validateUpdate } from "../../../../server/design/validate-update.ts";
import { beginAnew, isCrowded } from "../../../../src/domain/attention/begin-anew.ts";
import { dominates, merge, unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { type Author, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { checkChange, checkWrite, lengthOf } from "../../../../src/domain/model/check-document.ts";
import { contentFields, type Document } from "../../../../src/domain/model/document.ts";
import { maxDocumentBytes } from "../../../../src/domain/model/field.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { crowdedRecord, fillings } from "../../../support/hostile/crowded-record.ts";

const kind = kinds.person;
const author = (by: string, device: string): Author => ({ by, device, at: "2026-11-24T09:00:00.000Z" });
const [ben, vera] = [author("ben", "ben1"), author("vera", "vera1")];
const edit = (before: Document, change: object, by: Author): Document =>
  nextVersion(kind.rule, before, { ...before, ...change } as Document, by);
const shown = (document: Document) => Object.fromEntries(contentFields(document).map((one) => [one, document[one]]));
const begunBy = (document: Document) => beginAnew(kind, document, vera).document;

const verdictOn = (incoming: Document, before: Document, role: "volunteer" | "lead"): string | undefined => {
  const user = { db: "site-medyka", name: role === "lead" ? "vera" : "ben", roles: [`${role}:medyka`] };
  try {
    validateUpdate(incoming, before, user);
    return undefined;
  } catch (refusal) {
    return (refusal as { readonly forbidden: string }).forbidden;
  }
};

describe.each(Object.keys(fillings))("A record that was filled with %s", (filling) => {
  const full = crowdedRecord(filling);

  test("A volunteer's edit does not fit any more, a lead's does, and after a new beginning both do", () => {
    expect(checkWrite(kind, full).map(({ type }) => type)).toEqual([]);
    const note = "x".repeat(40);
    expect(verdictOn(edit(full, { originSettlement: note }, ben), full, "volunteer")).toBe("TooLarge:");
    expect(verdictOn(edit(full, { originSettlement: note }, vera), full, "lead")).toBe(undefined);
    const begun = begunBy(full);
    expect(shown(begun)).toEqual(shown(full));
    expect(lengthOf(begun)).toBeLessThan(maxDocumentBytes / 2);
    expect(verdictOn(begun, full, "lead")).toBe(undefined);
    expect(verdictOn(edit(begun, { originSettlement: note }, ben), begun, "volunteer")).toBe(undefined);
  });

  test("Also one that two of them were joined to, where nobody's edit fits", () => {
    const twice = merge(kind.rule, full, crowdedRecord(filling, undefined, 100_000));
    expect(lengthOf(twice)).toBeGreaterThan(maxDocumentBytes);
    expect(verdictOn(edit(twice, { originSettlement: "Львів" }, vera), twice, "lead")).toBe("TooLarge:");
    const begun = begunBy(twice);
    expect(verdictOn(begun, twice, "lead")).toBe(undefined);
    expect(verdictOn(edit(begun, { originSettlement: "Львів" }, ben), begun, "volunteer")).toBe(undefined);
  });

  test("Also one that a lead filled to the last", () => {
    const last = crowdedRecord(filling, maxDocumentBytes);
    expect(verdictOn(edit(last, { originSettlement: "x".repeat(80) }, vera), last, "lead")).toBe("TooLarge:");
    const begun = begunBy(last);
    expect(verdictOn(begun, last, "lead")).toBe(undefined);
    expect(verdictOn(edit(begun, { originSettlement: "x".repeat(80) }, ben), begun, "volunteer")).toBe(undefined);
  });

  test("A phone that was away adds what it wrote, and brings nothing back", () => {
    const begun = begunBy(full);
    const away = edit(full, { originSettlement: "Львів" }, ben);
    const joined = merge(kind.rule, away, begun);
    expect(verdictOn(joined, begun, "volunteer")).toBe(undefined);
    expect(shown(joined)).toEqual({ ...shown(full), originSettlement: "Львів" });
    expect(lengthOf(joined)).toBeLessThan(lengthOf(begun) + 400);
    expect(merge(kind.rule, begun, away)).toEqual(joined);
    expect(merge(kind.rule, joined, away)).toEqual(joined);
    expect(dominates(begun, away)).toBe(false);
  });
});

test.each(["names of devices", "fields that are gone", "values that wait"])(
  "Only who leads begins a record with %s anew",
  (filling) => {
    const full = crowdedRecord(filling);
    expect(verdictOn(beginAnew(kind, full, ben).document, full, "volunteer")).toBe("other_author");
  },
);

test("A volunteer's app says nothing of devices that nobody named", () => {
  const record = crowdedRecord("names of devices", 3_000);
  const { stamps } = edit(record, { sex: "m" }, ben);
  const claiming = { ...record, stamps: { ...stamps, seen: { ...stamps.seen, "*": 3 } } };
  expect(verdictOn(claiming, record, "volunteer")).toBe("other_author");
});

test("An app that knows of no floor names the devices again, and its edit is taken", () => {
  const full = crowdedRecord("names of devices", 30_000);
  const begun = begunBy(full);
  const seen = { ...full.stamps.seen, ...begun.stamps.seen };
  const joined = { ...begun, stamps: { ...begun.stamps, seen } };
  expect(verdictOn(joined, begun, "volunteer")).toBe(undefined);
  expect(merge(kind.rule, joined, begun)).toEqual(begun);
});

test("Only a record in which a new beginning makes room is called crowded", () => {
  const long = { ...crowdedRecord("names of devices", 900), originSettlement: "x".repeat(40_000) };
  expect(isCrowded(kind, long)).toBe(false);
  expect(isCrowded(kind, crowdedRecord("names of devices", 20_000))).toBe(false);
  expect(Object.keys(fillings).map((filling) => isCrowded(kind, crowdedRecord(filling)))).not.toContain(false);
});

test("Questions wait on with their authors, as many as fit; the others are named", () => {
  const full = crowdedRecord("values that wait");
  const { document, leftOut } = beginAnew(kind, full, vera);
  const asked = (of: Document) => unresolvedConflicts(kind.rule, of).flatMap(({ values }) => values);
  const values = asked(document);
  expect(values.length).toBeGreaterThan(20);
  expect(values.every(([stamp]) => full.stamps.edits[stamp]?.[0] === document.stamps.edits[stamp]?.[0])).toBe(true);
  expect(values.length + leftOut.length).toBe(asked(full).length);
  expect(leftOut.every(({ field }) => field === "givenName")).toBe(true);
});

test("A record of a shelter's own phones loses nothing of its history", () => {
  let record = crowdedRecord("names of devices", 900);
  for (const device of Array.from({ length: 60 }, (_, place) => `phone${place}`))
    record = edit(record, { originSettlement: device }, author("ben", device));
  const begun = begunBy(record);
  expect(begun.stamps.seen).toMatchObject(record.stamps.seen);
  expect(checkChange(kind, begun, record)).toEqual([]);
});
