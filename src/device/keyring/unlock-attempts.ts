/** Wrong passphrases in a row, and until when (ms) no other is taken. */
export type UnlockAttempts = { readonly wrong: number; readonly until: number };

export const noAttempts: UnlockAttempts = { wrong: 0, until: 0 };

/** Milliseconds of waiting after the fifth wrong passphrase and each one after it. */
const waits = [30_000, 120_000, 600_000, 3_600_000] as const;
const free = 4;

export const afterWrongAttempt = ({ wrong }: UnlockAttempts, now: number): UnlockAttempts => {
  const wait = wrong < free ? 0 : (waits[wrong - free] ?? waits[3]);
  return { wrong: wrong + 1, until: now + wait };
};

/** Milliseconds still to wait. A clock that was set back waits no longer than the longest wait. */
export const remainingWait = ({ until }: UnlockAttempts, now: number): number =>
  Math.min(Math.max(0, until - now), waits[3]);

/** The tenth in a row is the last: after it the keys are destroyed. Source: hazards A2. */
export const isLimitReached = ({ wrong }: UnlockAttempts): boolean => wrong >= 10;
