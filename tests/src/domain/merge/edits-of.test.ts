import { expect, test } from "vitest";
import { editsOf } from "../../../../src/domain/merge/edits-of.ts";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const by = (name: string, hour: number) => ({
  by: name,
  device: `phone-${name}`,
  at: `2026-11-24T${String(hour).padStart(2, "0")}:00:00.000Z`,
});

test("A record that nobody changed has no edits; each change stands with its fields, the latest first, whatever the clocks say", () => {
  const first = aDocument("person", "1", { familyName: "Коваль" });
  expect(editsOf(first)).toEqual([]);
  const second = nextVersion(kinds.person.rule, first, { ...first, familyName: "Коваленко", sex: "f" }, by("ben", 18));
  const third = nextVersion(kinds.person.rule, second, { ...second, sex: "m" }, by("cleo", 9));
  expect(editsOf(third)).toMatchObject([
    { by: "cleo", at: by("cleo", 9).at, fields: ["sex"] },
    { by: "ben", fields: ["familyName"] },
  ]);
});

test("Two who changed one field unseen of each other both stand there", () => {
  const first = aDocument("person", "1", { familyName: "Коваль" });
  const named = (familyName: string, author: ReturnType<typeof by>) =>
    nextVersion(kinds.person.rule, first, { ...first, familyName }, author);
  const both = merge(kinds.person.rule, named("Коваленко", by("ben", 9)), named("Ковальчук", by("cleo", 10)));
  expect(editsOf(both).map((edit) => edit.by)).toEqual(["cleo", "ben"]);
  expect(editsOf(both).every(({ fields }) => fields.join() === "familyName")).toBe(true);
});
