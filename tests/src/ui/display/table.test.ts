import { describe, expect, test } from "vitest";
import { nextOrder, sorted } from "../../../../src/ui/display/table/use-order.ts";
import { rowsInView } from "../../../../src/ui/display/table/use-rows-in-view.ts";

describe("The order of a table", () => {
  test("goes up, then down, then is as the rows came; another column begins anew", () => {
    const up = nextOrder(undefined, "name");
    const down = nextOrder(up, "name");
    expect([up?.direction, down?.direction, nextOrder(down, "name")]).toEqual(["ascending", "descending", undefined]);
    expect(nextOrder(down, "bed")).toEqual({ column: "bed", direction: "ascending" });
  });

  const order = (values: readonly (string | number | undefined)[], direction: "ascending" | "descending") =>
    sorted(values, (value) => value, { direction }, "uk");

  test("takes numbers by size, and words as they are read, rooms by their numbers", () => {
    expect(order([10, 9, 100], "ascending")).toEqual([9, 10, 100]);
    expect(order(["A/10", "A/9", "B/1"], "ascending")).toEqual(["A/9", "A/10", "B/1"]);
    expect(order(["Яна", "Їжак", "Ірина", "Ґанна"], "ascending")).toEqual(["Ґанна", "Ірина", "Їжак", "Яна"]);
  });

  test("leaves what is not known at the end, both ways, and equals as they came", () => {
    expect(order(["б", undefined, "а", ""], "ascending")).toEqual(["а", "б", undefined, ""]);
    expect(order(["б", undefined, "а", ""], "descending")).toEqual(["б", "а", undefined, ""]);
  });
});

describe("The rows in view", () => {
  const first = { from: 0, to: 60 };

  test("stay as they are while there are enough around what is seen", () => {
    expect(rowsInView(first, 320, 800, 32, 5000)).toBe(first);
  });

  test("follow the scrolling, and end with the table", () => {
    expect(rowsInView(first, 3200, 800, 32, 5000)).toEqual({ from: 85, to: 140 });
    expect(rowsInView(first, 159_200, 800, 32, 5000)).toEqual({ from: 4960, to: 5000 });
  });

  test("are never none: above a table its first ones, below it its last ones", () => {
    expect(rowsInView(first, -10_000, 800, 32, 5000)).toBe(first);
    expect(rowsInView(first, 999_999, 800, 32, 5000)).toEqual({ from: 4985, to: 5000 });
  });
});
