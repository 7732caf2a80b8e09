import { describe, expect, test } from "vitest";
import { newOnesLast, nextOrder, sorted } from "../../../../src/ui/display/table/use-order.ts";
import { partsOf, rowsInView, stillThere } from "../../../../src/ui/display/table/use-rows-in-view.ts";

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

describe("Rows that come while a table is looked at", () => {
  const held = (before: readonly string[], rows: readonly string[]) => newOnesLast(before, rows, (row) => row);

  test("stand last, and no other one moves, whatever order they come in", () => {
    expect(held(["b", "a", "c"], ["new", "a", "b", "c", "other"])).toEqual(["b", "a", "c", "new", "other"]);
  });

  test("stand last also when they had gone before", () => {
    const without = held(["b", "a", "c"], ["a", "c"]);
    expect(without).toEqual(["a", "c"]);
    expect(held(without ?? [], ["a", "b", "c"])).toEqual(["a", "c", "b"]);
  });

  test("are ordered anew where none of those that stood there is left", () => {
    expect(held(["a", "b"], ["d", "c"])).toBe(undefined);
    expect(held([], ["d", "c"])).toBe(undefined);
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

  test("are the last ones when so many went at once that none of those in view is left", () => {
    expect(stillThere({ from: 4985, to: 5000 }, 70)).toEqual({ from: 10, to: 70 });
    expect(stillThere({ from: 85, to: 140 }, 100)).toEqual({ from: 85, to: 100 });
  });

  test("take the row with the focus along, and the one above and below it, wherever one scrolls", () => {
    const inView = { from: 85, to: 140 };
    expect(partsOf({ ...inView, focused: 100 }, 5000)).toEqual([inView]);
    expect(partsOf({ ...inView, focused: 139 }, 5000)).toEqual([{ from: 85, to: 141 }]);
    expect(partsOf({ ...inView, focused: 0 }, 5000)).toEqual([{ from: 0, to: 2 }, inView]);
    expect(partsOf({ ...inView, focused: 4999 }, 5000)).toEqual([inView, { from: 4998, to: 5000 }]);
  });
});
