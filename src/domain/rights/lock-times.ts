import { isCoordinator, sitesOf } from "../model/databases.ts";
import type { Site } from "../model/kinds/site.ts";

/** Seconds without a touch, and out of sight, after which a phone locks itself. */
export type LockTimes = { readonly idle: number; readonly hidden: number };

export const usualLockTimes: LockTimes = { idle: 180, hidden: 60 };

/**
 * On the road: a call to the coordinator hides the page for minutes, with hands full of luggage nobody touches it, and the phone holds the
 * passengers of a trip only.
 */
export const driversLockTimes: LockTimes = { idle: 300, hidden: 600 };

/**
 * The strictest of the sites that a phone works with; one that does not say has the usual times. Who works for a site has its records on the phone, so
 * a trip makes nothing longer for them; who works for none has a driver's times while a trip is theirs.
 */
export const lockTimesOf = (sites: readonly Site[], roles: readonly string[]): LockTimes => {
  if (sites.length === 0) return isOnTheRoad(roles) ? driversLockTimes : usualLockTimes;
  const { idle, hidden } = usualLockTimes;
  return {
    idle: Math.min(...sites.map((site) => site.lockIdleSeconds ?? idle)),
    hidden: Math.min(...sites.map((site) => site.lockHiddenSeconds ?? hidden)),
  };
};

/** The server gives a role for each trip while it is under way. A site of theirs whose document is not here yet may be stricter than the road. */
const isOnTheRoad = (roles: readonly string[]): boolean =>
  roles.includes("driver") &&
  roles.some((role) => role.startsWith("trip:")) &&
  sitesOf(roles).length === 0 &&
  !isCoordinator(roles);
