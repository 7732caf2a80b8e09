import { expect, test } from "vitest";
import { stillShown } from "../../../src/live/use-held.ts";

const same = (id: string) => id;

test("What came later is not among those shown", () => {
  expect(stillShown(["new", "a", "b"], same, new Set(["a", "b"]))).toEqual(["a", "b"]);
});

test("What went away is not shown any more", () => {
  expect(stillShown(["new", "b"], same, new Set(["a", "b"]))).toEqual(["b"]);
});

test("A list of which nothing known is left shows all that came, as one that was empty at first", () => {
  const items = ["new", "newer"];
  expect(stillShown(items, same, new Set(["a", "b"]))).toBe(items);
  expect(stillShown(items, same, new Set())).toBe(items);
});

test("Nothing new: the same list, not a copy", () => {
  const items = ["a", "b"];
  expect(stillShown(items, same, new Set(["a", "b", "c"]))).toBe(items);
});
