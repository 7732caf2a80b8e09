/** What drew a sequence that once failed, whatever the reason was: played again in each run. */
export const failedSeeds: readonly FailedSeed[] = [];

export type FailedSeed = {
  readonly seed: number;
  /** As the error named it. */
  readonly path: string;
  readonly length: number;
  readonly what: string;
};
