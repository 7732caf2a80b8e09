import type { Settings } from "./open-device.ts";

/**
 * For how long a person may read on this phone without its hearing the server. Kept in clear: it is asked for while the phone is
 * locked. `seen` is the latest time (ms) that was ever seen here, so that a clock that is set back gives no more time.
 */
export type Lease = { readonly until: number; readonly seen: number };

export const leaseIn = (settings: Settings, holder: string) => {
  const key = `lease:${holder}`;
  return {
    /** Whether it is over. A phone that never heard of one has a day from now on. */
    isOver: async (now: number): Promise<boolean> => {
      // In one transaction, so that a newer answer of the server is not overwritten by an older read.
      const { until, seen } = await settings.update<Lease>(key, (known) => {
        const lease = known ?? { until: now + firstTime, seen: now };
        return { ...lease, seen: Math.max(lease.seen, now) };
      });
      return seen > until;
    },
    /** The server has said until when (ISO 8601), or that it is over (null). `now` is its time. */
    heard: (until: string | null, now: number): Promise<void> =>
      settings.set(key, { until: until === null ? 0 : Date.parse(until), seen: now }),
  };
};

/** Milliseconds. */
const firstTime = 24 * 3_600_000;
