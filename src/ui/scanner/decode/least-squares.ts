/**
 * Factors by which the numbers of each row, summed, come nearest to its value; zeros where the rows do not say enough. `fill` writes the numbers of one row:
 * the same array each time, for this is asked for a thousand rows a picture.
 */
export const leastSquares = (
  values: Float32Array,
  weights: Float32Array,
  size: number,
  fill: (at: number, row: Float64Array) => void,
): readonly number[] => {
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  const row = new Float64Array(size + 1);
  for (let at = 0; at < values.length; at++) {
    fill(at, row);
    row[size] = values[at] ?? 0;
    for (let line = 0; line < size; line++) {
      const factor = (weights[at] ?? 0) * (row[line] ?? 0);
      const sums = matrix[line];
      if (sums)
        for (let column = 0; column <= size; column++) sums[column] = (sums[column] ?? 0) + factor * (row[column] ?? 0);
    }
  }
  return solved(matrix) ?? new Array<number>(size).fill(0);
};

/** Gauss and Jordan, each time with the largest number that is left. */
const solved = (matrix: Float64Array[]): readonly number[] | undefined => {
  for (let at = 0; at < matrix.length; at++) {
    const rest = matrix.slice(at);
    const largest = rest.reduce((best, line) => (Math.abs(line[at] ?? 0) > Math.abs(best[at] ?? 0) ? line : best));
    if (Math.abs(largest[at] ?? 0) < 1e-9) return undefined;
    const from = matrix.indexOf(largest);
    [matrix[at], matrix[from]] = [largest, matrix[at] ?? largest];
    for (const line of matrix) {
      if (line === largest) continue;
      const factor = (line[at] ?? 0) / (largest[at] ?? 0);
      for (let column = at; column < line.length; column++)
        line[column] = (line[column] ?? 0) - factor * (largest[column] ?? 0);
    }
  }
  return matrix.map((line, at) => (line[line.length - 1] ?? 0) / (line[at] ?? 0));
};
