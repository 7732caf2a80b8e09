import { expect, test } from "vitest";
import { barHeights } from "../../../../src/ui/pictures/bar-heights.ts";
import { bedShapes, bedStates, statesIn } from "../../../../src/ui/pictures/bed-shapes.ts";

test("The highest bar fills the room, one is seen, nothing is nothing; all at nothing divides by none", () => {
  expect(barHeights([0, 1, 500, 250], 60)).toEqual([0, 2, 60, 30]);
  expect(barHeights([0, 0], 60)).toEqual([0, 0]);
});

test("Each state of a bed has a shape of its own; the legend has those that occur, once, in its own order", () => {
  expect(new Set(Object.values(bedShapes)).size).toBe(bedStates.length);
  expect(statesIn([{ state: "man" }, { state: "free" }, { state: "man" }])).toEqual(["free", "man"]);
});
