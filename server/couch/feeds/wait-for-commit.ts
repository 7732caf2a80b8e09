import type { Ending } from "../ending.ts";
import type { Database } from "../store/database.ts";

export type WakeReason = "changed" | "elapsed" | "ended";

/** Waits for a commit on the database, for `ms` milliseconds, or for the reader to leave, whichever comes first. */
export const waitForCommit = (database: Database, ms: number, ending: Ending): Promise<WakeReason> =>
  new Promise((resolve) => {
    const settle = (woken: WakeReason): void => {
      clearTimeout(timer);
      database.listeners.delete(onChange);
      ending.listeners.delete(onEnd);
      resolve(woken);
    };
    const onChange = () => settle(database.isOpen ? "changed" : "ended");
    const onEnd = () => settle("ended");
    const timer = setTimeout(() => settle("elapsed"), Math.min(ms, MAX_TIMER_MS));
    if (ending.isOver) return settle("ended");
    database.listeners.add(onChange);
    ending.listeners.add(onEnd);
  });

const MAX_TIMER_MS = 2 ** 31 - 1;
