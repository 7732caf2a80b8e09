import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Kind } from "../../../../src/domain/model/kind.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { readDocument, withBrokenParts } from "../../../../src/domain/model/read-document.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { someDocuments } from "../../../support/data/document-versions.ts";

const seed = Number(process.env.SEED ?? 20_261_129);
const anna = { by: "anna", device: "anna1", at: "2026-11-25T08:00:00.000Z" };
const spoilt = (document: Document, change: object) =>
  JSON.parse(JSON.stringify({ ...document, ...change })) as Document;

describe(`Whatever a document holds, what is read of it is sound, or nothing (seed ${seed})`, () => {
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom("9999-99-99T99:99:99Z", "\u0000", "constructor", [[]], {}));
  test.each(Object.values<Kind>(kinds))("$name", (kind) => {
    const sound = someDocuments(kind, 200, { by: "anna", site: "medyka", key: "1", seed });
    const damage = fc.dictionary(fc.constantFrom(...Object.keys(kind.fields), "createdAt", "future"), values, {
      minKeys: 1,
    });
    for (const [place, change] of fc.sample(damage, { numRuns: sound.length, seed }).entries()) {
      const createdAt = typeof change.createdAt === "string" ? change.createdAt.slice(0, 30) : "never";
      const document = spoilt(sound[place] as Document, { ...change, ...("createdAt" in change && { createdAt }) });
      const { document: read } = readDocument(kind, document);
      if (read) expect(checkDocument(kind, { ...read, future: undefined })).toEqual([]);
      expect(readDocument(kind, sound[place] as Document).broken).toEqual([]);
    }
  });
});

describe("A record of which something cannot be read", () => {
  const person: Document = aDocument("person", "1", { familyName: "Коваль", givenName: "Ганна" });

  test("is shown without it, and says which", () => {
    const { document, broken } = readDocument(kinds.person, spoilt(person, { familyName: { not: "a name" } }));
    expect(document).toMatchObject({ givenName: "Ганна", recordState: "quick" });
    expect(document).not.toHaveProperty("familyName");
    expect(broken).toEqual(["familyName"]);
  });

  test.each([
    ["group", { arrivedAt: "9999-99-99T99:99:99Z" }, { arrivedAt: "2026-11-24T08:00:00.000Z" }],
    ["trip", { status: "?" }, { status: "draft" }],
    ["line", { passenger: 7 }, { passenger: { child: true } }],
    ["driver", { status: 1 }, { status: "suspended" }],
    ["person", { createdAt: "yesterday" }, { createdAt: "1970-01-01T00:00:00.000Z" }],
  ] as const)("%s: what is needed is what harms nobody", (kind, change, shown) => {
    const content = kind === "group" ? { site: "medyka", keepTogether: true, arrivedAt: anna.at } : {};
    expect(readDocument(kinds[kind], spoilt(aDocument(kind, "1", content), change)).document).toMatchObject(shown);
  });

  test("is set aside where nothing says whom or what it is about", () => {
    const stay = aDocument("stay", "1");
    expect(readDocument(kinds.stay, spoilt(stay, { personId: 7 }))).toEqual({
      document: undefined,
      broken: ["personId"],
    });
  });

  describe("keeps what cannot be read through edits of something else", () => {
    const edited = (stored: Document, change: object) => {
      const read = readDocument(kinds.person, stored).document as Document;
      return withBrokenParts(
        kinds.person,
        stored,
        read,
        nextVersion(kinds.person.rule, read, { ...read, ...change } as Document, anna),
      );
    };

    test("a field, a missing one and the beginning", () => {
      const stored = spoilt(person, { familyName: 7, recordState: undefined, createdAt: "yesterday" });
      const after = edited(stored, { sex: "f" });
      expect(after).toMatchObject({ familyName: 7, createdAt: "yesterday", sex: "f" });
      expect(after).not.toHaveProperty("recordState");
    });

    test("what was written anew stays written", () => {
      const stored = spoilt(person, { familyName: 7, recordState: 7 });
      expect(edited(stored, { familyName: "Коваленко", recordState: "complete" })).toMatchObject({
        familyName: "Коваленко",
        recordState: "complete",
      });
    });

    test("a value that waits, until somebody settles the field", () => {
      const sibling = ["1.zoe1", { not: "a name" }] as const;
      const rivals = { familyName: [sibling, ["1.dev1", "Коваль"] as const] };
      const stored = {
        ...person,
        rivals,
        stamps: {
          ...person.stamps,
          own: { familyName: "1.zoe1" },
          edits: { ...person.stamps.edits, "1.zoe1": ["zoe", anna.at] },
        },
        familyName: sibling[1],
      };
      expect(readDocument(kinds.person, stored as unknown as Document).document).not.toHaveProperty("rivals");
      const after = edited(stored as unknown as Document, { sex: "f" });
      expect(after.rivals?.familyName).toHaveLength(2);
      expect(after.stamps.edits["1.zoe1"]).toEqual(["zoe", anna.at]); // who wrote it is still told
      expect(edited(stored as unknown as Document, { familyName: "Коваль" }).rivals).toBeUndefined();
    });

    test("and it merges with other phones' edits", () => {
      const stored = spoilt(person, { familyName: 7 });
      const here = edited(stored, { sex: "f" });
      const there = nextVersion(kinds.person.rule, stored, { ...stored, originSettlement: "Суми" } as Document, {
        ...anna,
        device: "bob1",
      });
      expect(merge(kinds.person.rule, here, there)).toMatchObject({
        familyName: 7,
        sex: "f",
        originSettlement: "Суми",
      });
    });
  });
});
