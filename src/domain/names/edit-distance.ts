/**
 * Damerau-Levenshtein distance, the variant in which no part is edited twice (optimal string alignment): the number
 * of letters to insert, drop, replace or swap with their neighbour. Answers `limit + 1` as soon as it is sure to be
 * more than `limit`. Source: domain reference 5.3.
 */
export const editDistance = (a: string, b: string, limit = Number.POSITIVE_INFINITY): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, last, beforeLast);
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
};

/** One row of the table; `above` and `twoAbove` are the rows before it. */
const nextRow = (a: string, b: string, row: number, above: readonly number[], twoAbove: readonly number[]) => {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1];
    let cost = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1));
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) cost = Math.min(cost, at(twoAbove, column - 2) + 1);
    current.push(cost);
  }
  return current;
};

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
