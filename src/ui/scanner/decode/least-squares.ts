/** `value` is to be a sum of the row's numbers, each times a factor. */
export type Equation = { readonly row: readonly number[]; readonly value: number; readonly weight: number };

/** Factors that come nearest to all equations at once; zeros where they do not say enough. */
export const leastSquares = (equations: readonly Equation[]): readonly number[] => {
  const size = equations[0]?.row.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (const { row, value, weight } of equations)
    for (const [at, line] of matrix.entries()) {
      const factor = weight * (row[at] ?? 0);
      for (let column = 0; column < size; column++) line[column] = (line[column] ?? 0) + factor * (row[column] ?? 0);
      line[size] = (line[size] ?? 0) + factor * value;
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
