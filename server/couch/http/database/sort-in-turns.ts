/** Runs that are sorted at once; merged ones are compared one by one. */
const RUN = 200;

/** The elements in order, like `toSorted`; calls `rest` often, so that a long list is sorted in turns. */
export const sortInTurns = async <T>(
  list: readonly T[],
  compare: (a: T, b: T) => number,
  rest: () => Promise<void>,
): Promise<T[]> => {
  let runs: T[][] = [];
  for (let at = 0; at < list.length; at += RUN) {
    runs.push(list.slice(at, at + RUN).sort(compare));
    await rest();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await mergeTwo(runs[at] ?? [], runs[at + 1] ?? [], compare, rest));
    runs = merged;
  }
  return runs[0] ?? [];
};

const mergeTwo = async <T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
  rest: () => Promise<void>,
): Promise<T[]> => {
  const merged: T[] = [];
  let [atLeft, atRight] = [0, 0];
  while (atLeft < left.length && atRight < right.length) {
    const [a, b] = [left[atLeft] as T, right[atRight] as T];
    if (compare(a, b) <= 0) {
      merged.push(a);
      atLeft++;
    } else {
      merged.push(b);
      atRight++;
    }
    if (merged.length % RUN === 0) await rest();
  }
  return [...merged, ...left.slice(atLeft), ...right.slice(atRight)];
};
