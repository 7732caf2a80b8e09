import { expect, test } from "vitest";
import { withNew } from "../../../../src/live/finding/use-found-people.ts";

const at = (...ids: readonly string[]) => ids.map((id) => ({ site: "medyka", id }));

test("What was found late stands behind what is shown, however well it fits", () => {
  expect(withNew(at("b", "c"), at("a", "b", "c"), 9)).toEqual(at("b", "c", "a"));
});

test("What is shown stays, and no more than fit are added", () => {
  expect(withNew(at("b", "c"), at("a", "b"), 2)).toEqual(at("b", "c"));
  expect(withNew(at("b", "c"), at("a", "b", "c", "d"), 3)).toEqual(at("b", "c", "a"));
});

test("Where nothing is new the list is the same one", () => {
  const shown = at("a", "b");
  expect(withNew(shown, at("b", "a"), 9)).toBe(shown);
});
