import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, suppressSmallCells } from "../../../../src/domain/reports/suppress-small-cells.ts";

test("The example of the domain reference", () => {
  expect(
    suppressSmallCells([
      [12, 3, 20],
      [8, 15, 9],
      [30, 7, 2],
    ]),
  ).toEqual([
    ["*", "*", 20],
    ["*", 15, "*"],
    [30, "*", "*"],
  ]);
});

test("Nothing is hidden where nothing is small", () => {
  expect(
    suppressSmallCells([
      [0, 5],
      [6, 0],
    ]),
  ).toEqual([
    [0, 5],
    [6, 0],
  ]);
});

const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(40), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

const exposed = (line: readonly (Cell | undefined)[]) => line.filter((cell) => cell === "*").length === 1;

test("No small count is shown, and none can be had by subtraction from a total", () => {
  fc.assert(
    fc.property(table, (counts) => {
      const shown = suppressSmallCells(counts);
      expect(shown.flat().filter((cell) => cell !== "*" && cell > 0 && cell < 5)).toEqual([]);
      const columns = (shown[0] ?? []).map((_, at) => shown.map((row) => row[at]));
      expect([...shown, ...columns].some(exposed)).toBe(false);
      expect(shown.flat().every((cell, at) => cell === "*" || cell === counts.flat()[at])).toBe(true);
    }),
  );
});
