/** Cuts a list into batches of at most `most` members and, where there are several, at most `weight` in sum. */
export const inBatches = <T>(
  all: readonly T[],
  most: number,
  weigh: (one: T) => number = () => 0,
  weight = 0,
): readonly (readonly T[])[] => {
  const batches: T[][] = [];
  let sum = 0;
  for (const one of all) {
    const own = weigh(one);
    const last = batches.at(-1);
    const fits = last && last.length < most && sum + own <= weight;
    if (fits) last.push(one);
    else batches.push([one]);
    sum = fits ? sum + own : own;
  }
  return batches;
};
