import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../../../src/domain/names/edit-distance.ts";

test.each([
  ["", "", 0],
  ["", "abc", 3],
  ["kovalenko", "kovalenko", 0],
  ["kovalenko", "kovlaenko", 1],
  ["kovalenko", "kovaleno", 1],
  ["ševčenko", "ševčuk", 3],
  ["ca", "abc", 3],
])("%s and %s are %i apart", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

test("The distance is the same both ways and 0 only for the same word", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
  );
});

test("A limit changes no answer within it, and beyond it answers one more", () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b), limit + 1));
    }),
  );
});
