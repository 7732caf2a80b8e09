/**
 * A table of counts in which small numbers cannot be read nor computed: counts from 1 to `floor - 1` are hidden, then
 * further cells until no row and no column with a published total has exactly one hidden cell. It rather hides too
 * much; merge age bands first. All rows have the same length. Source: domain reference 5.11, 8.6 (floor of 5).
 */
export const suppressSmallCells = (table: readonly (readonly number[])[], floor = 5): readonly (readonly Cell[])[] => {
  const hidden = table.map((row) => row.map((count) => count > 0 && count < floor));
  const lines = [...rowsOf(table), ...columnsOf(table)];
  const open = (at: Place): boolean => !hidden[at.row]?.[at.column];
  for (let line = exposed(lines, open); line; line = exposed(lines, open)) {
    const second = cheapest(line, table, open);
    const row = second && hidden[second.row];
    if (second && row) row[second.column] = true;
  }
  return table.map((row, at) => row.map((count, column) => (hidden[at]?.[column] ? "*" : count)));
};

/** A count, or the mark of a hidden one. */
export type Cell = number | "*";

type Place = { readonly row: number; readonly column: number };
type Line = readonly Place[];

const rowsOf = (table: readonly (readonly number[])[]): readonly Line[] =>
  table.map((counts, row) => counts.map((_, column) => ({ row, column })));

const columnsOf = (table: readonly (readonly number[])[]): readonly Line[] =>
  (table[0] ?? []).map((_, column) => table.map((_counts, row) => ({ row, column })));

/** The first line of several cells in which one hidden cell could be had by subtraction. */
const exposed = (lines: readonly Line[], open: (at: Place) => boolean): Line | undefined =>
  lines.find((line) => line.length > 1 && line.filter(open).length === line.length - 1);

/** The open cell whose loss costs least: the smallest count above 0, else an empty one. */
const cheapest = (
  line: Line,
  table: readonly (readonly number[])[],
  open: (at: Place) => boolean,
): Place | undefined => {
  const costOf = ({ row, column }: Place): number => table[row]?.[column] || Number.POSITIVE_INFINITY;
  return [...line].filter(open).sort((a, b) => costOf(a) - costOf(b) || 0)[0];
};
