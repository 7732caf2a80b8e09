import { aRandom } from "../server/fault-proxy.ts";

/** Choices that are the same for the same seed. */
export const seeded = (seed: number) => {
  const next = aRandom(seed);
  const below = (end: number): number => Math.floor(next() * end);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return { next, below, one, isOne: (share: number): boolean => next() < share };
};

export type Chance = ReturnType<typeof seeded>;
