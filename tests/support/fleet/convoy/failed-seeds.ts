/** What drew a sequence that once failed, whatever the reason was: played again in each run. */
export const failedSeeds: readonly FailedSeed[] = [
  { seed: 20261130, path: "214", length: 50, what: "a boarding noted by two, undone by one" },
  { seed: 20261131, path: "148", length: 50, what: "a move called off when its copy was there" },
  { seed: 20261132, path: "358", length: 50, what: "a move called off, and an edit between" },
  { seed: 20261133, path: "20", length: 50, what: "a no-show before a boarding of the same number" },
  { seed: 20261131, path: "245", length: 50, what: "a sign-in that hangs" },
];

export type FailedSeed = {
  readonly seed: number;
  /** As the error named it. */
  readonly path: string;
  readonly length: number;
  readonly what: string;
};
