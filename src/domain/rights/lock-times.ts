import type { Site } from "../model/kinds/site.ts";

/** Seconds without a touch, and out of sight, after which a phone locks itself. */
export type LockTimes = { readonly idle: number; readonly hidden: number };

export const usualLockTimes: LockTimes = { idle: 180, hidden: 60 };

/** The strictest of the sites that a phone works with; one that does not say has the usual times. */
export const lockTimesOf = (sites: readonly Site[]): LockTimes => {
  const { idle, hidden } = usualLockTimes;
  if (sites.length === 0) return usualLockTimes;
  return {
    idle: Math.min(...sites.map((site) => site.lockIdleSeconds ?? idle)),
    hidden: Math.min(...sites.map((site) => site.lockHiddenSeconds ?? hidden)),
  };
};
