import { expect, test } from "vitest";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const person = aDocument("person", "1");
const types = (document: object) => checkDocument(kinds.person, document).map(({ type, field }) => `${type}:${field}`);
const wrong = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`device${i}`, 0]));

test("Of a small document every problem is told, of one that is too large the first", () => {
  const seen = (count: number) => ({ ...person, stamps: { ...person.stamps, seen: wrong(count) } });
  expect(types(seen(100))).toHaveLength(100);
  expect(types(seen(100_000))).toEqual(["OutOfRange:stamps.seen.device0"]);
});

test("A text that makes a document too large is told at its field, not of the whole", () => {
  expect(types({ ...person, familyName: "x".repeat(70_000) })).toEqual(["TooLong:familyName"]);
  expect(types({ ...person, future: "x".repeat(70_000) })).toEqual(["TooLarge:"]);
});

test.each([
  ["rivals", { rivals: [] }],
  ["stamps.seen", { stamps: { ...person.stamps, seen: [] } }],
  ["stamps.edits", { stamps: { ...person.stamps, edits: [] } }],
  ["stamps.own", { stamps: { ...person.stamps, own: [] } }],
])("A list is no map: %s", (field, change) => {
  expect(types({ ...person, ...change })).toEqual([`NotValid:${field}`]);
});

test.each([
  [["ann", "2026-11-24"], true],
  [["ann", "2026-11-24", { needFlags: { abc123: "2.dev1", "?": "3.dev1" } }], true],
  [["ann", "2026-11-24", { needFlags: {} }, "of a newer app"], true],
  [["ann"], false],
  ["ann", false],
  [["ann", "2026-11-24", null], false],
  [["ann", "2026-11-24", { needFlags: ["abc123"] }], false],
  [["ann", "2026-11-24", { needFlags: { abc123: "yesterday" } }], false],
])("Who wrote, when, and what was taken out of lists: %j", (edit, isSound) => {
  const stamps = { ...person.stamps, edits: { ...person.stamps.edits, "2.dev1": edit } };
  expect(types({ ...person, stamps }).length === 0).toBe(isSound);
});
