import { openWindowedCounter } from "./windowed-counter.ts";

/** How often an account may do what leaves something behind, or costs the server much. */
const limits = {
  /** Requests of `/db/_phone` a minute. */
  requests: { most: 600, ms: 60_000 },
  /** New phones an hour. */
  phones: { most: 30, ms: 3_600_000 },
  /** Series of registration numbers a day: an account may work on several phones, and each brings one back when it is emptied. */
  series: { most: 24, ms: 86_400_000 },
  /** Series a day that a phone says it holds and the server does not know: after a backup was put back, or made up. */
  claims: { most: 24, ms: 86_400_000 },
  /** Invitations an hour. */
  invitations: { most: 120, ms: 3_600_000 },
  /** Sealed items a minute. */
  items: { most: 5_000, ms: 60_000 },
  /** Items laid before a lead, an hour. */
  reviews: { most: 1_000, ms: 3_600_000 },
} as const;

export type Limited = keyof typeof limits;

export type AccountLimits = {
  /** Adds `count`; false once the account is beyond its limit. */
  readonly add: (what: Limited, account: string, count?: number) => boolean;
  readonly isOver: (what: Limited, account: string) => boolean;
  /** Seconds after which a limit is over at the latest. */
  readonly seconds: (what: Limited) => number;
};

export const openAccountLimits = (now: () => number = Date.now): AccountLimits => {
  const counters = new Map(Object.entries(limits).map(([what, { ms }]) => [what, openWindowedCounter(ms, now)]));
  const count = (what: Limited, account: string) => counters.get(what)?.count(account) ?? 0;
  return {
    add: (what, account, times = 1) => {
      for (let time = 0; time < times; time++) counters.get(what)?.add(account);
      return count(what, account) <= limits[what].most;
    },
    isOver: (what, account) => count(what, account) >= limits[what].most,
    seconds: (what) => limits[what].ms / 1_000,
  };
};
