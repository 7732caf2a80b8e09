import { expect, test } from "vitest";
import { withLater } from "../../../../src/live/intake/use-person-search.ts";

test("Who is found later stands behind those that are shown, however well they fit", () => {
  expect(withLater(["b", "c"], ["a", "b", "c"], 9)).toEqual(["b", "c", "a"]);
});

test("Who is pushed out of the best ones by others stays where they are", () => {
  expect(withLater(["b", "c"], ["a", "b"], 2)).toEqual(["b", "c"]);
  expect(withLater(["b", "c"], ["a", "b", "c", "d"], 3)).toEqual(["b", "c", "a"]);
});

test("Where nothing is new it is the same list", () => {
  const shown = ["a", "b"];
  expect(withLater(shown, ["b", "a"], 9)).toBe(shown);
});
