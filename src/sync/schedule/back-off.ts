/** Milliseconds between rounds when all is well. No timer is shorter while the page is hidden. */
export const calmInterval = 30_000;

/** The longest waits: a server in trouble is left in peace; a network that is gone costs only this phone, and comes back in seconds. */
const longest = { server: calmInterval, network: 10_000 };

/**
 * How long to wait after the n-th failure in a row (from 1): doubles from one second up to the longest, each time a random part
 * of it, so that 200 phones do not come back in the same second. `random` is in [0, 1).
 */
export const backOff = (failures: number, random: number, fault: keyof typeof longest): number => {
  const ceiling = Math.min(longest[fault], 1_000 * 2 ** Math.min(failures - 1, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
};
