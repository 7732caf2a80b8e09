import { expect, test } from "vitest";
import { meansBed } from "../../../../src/domain/finding/place-code.ts";

test.each([
  ["12", "A/12", "A"],
  ["012", "A/12", "A"],
  ["A/12", "A/12", "A"],
  ["a12", "A/12", "A"],
  ["А 12", "A/12", "A"],
  ["ліжко 12", "A/12", "A"],
  ["bed 12", "12", "3"],
  ["107-2", "2", "107"],
  ["107 / 2", "2", "107"],
])("%s means bed %s in room %s", (typed, bed, room) => {
  expect(meansBed(typed, bed, room)).toBe(true);
});

test.each([
  ["2", "A/12", "A"],
  ["A", "A/12", "A"],
  ["1", "12", "1"],
  ["B12", "A/12", "A"],
  ["Олена", "A/12", "A"],
])("%s does not mean bed %s", (typed, bed, room) => {
  expect(meansBed(typed, bed, room)).toBe(false);
});
