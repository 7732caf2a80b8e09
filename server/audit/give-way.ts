import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds of one look at how busy the process is, and all that one round waits for others. */
const look = 50;
const longest = 10_000;
/** Part of the time in which the event loop was at work. */
const busy = 0.7;

export type GivingWay = {
  /** Resolves once the event loop has time; at once where this round has waited long enough. */
  giveWay(): Promise<void>;
  /** Another round begins. */
  renew(): void;
};

/**
 * Lets what people wait for come first, but not for ever. `utilizationOver` waits at least so long, longer where the process is busy, and says how
 * busy it was; `clock` says how long that was (ms).
 */
export const openGivingWay = (utilizationOver = utilization, clock = () => performance.now()): GivingWay => {
  let waited = 0;
  return {
    giveWay: async () => {
      for (let isBusy = true; isBusy && waited < longest; ) {
        const began = clock();
        isBusy = (await utilizationOver(look)) >= busy;
        waited += clock() - began;
      }
    },
    renew: () => {
      waited = 0;
    },
  };
};

const utilization = async (milliseconds: number): Promise<number> => {
  const before = performance.eventLoopUtilization();
  await wait(milliseconds, undefined, { ref: false });
  return performance.eventLoopUtilization(before).utilization;
};
