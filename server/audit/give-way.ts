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

/** Lets what people wait for come first, but not for ever. `utilizationOver` waits and says how busy the process was meanwhile. */
export const openGivingWay = (utilizationOver = utilization): GivingWay => {
  let left = longest;
  return {
    giveWay: async () => {
      while (left > 0 && (await utilizationOver(look)) >= busy) left -= look;
    },
    renew: () => {
      left = longest;
    },
  };
};

const utilization = async (milliseconds: number): Promise<number> => {
  const before = performance.eventLoopUtilization();
  await wait(milliseconds, undefined, { ref: false });
  return performance.eventLoopUtilization(before).utilization;
};
