import type { Database } from "../store/database.ts";

/** Milliseconds within which what is committed after somebody was told is told together. */
const GATHERED_MS = 500;

/** Notes whose writes the sequences after `before` are; undefined for nobody with a session. */
export const noteWriter = (database: Database, session: string | undefined, before: number): void => {
  if (database.counters.seq === before || (database.latest && database.latest.session === session)) return;
  database.latest = { session, since: before };
};

/** Whether there is something beyond `from` that a session did not write itself; `session` is undefined for whoever hears of everything. */
export const isNews = (database: Database, from: number, session: string | undefined): boolean => {
  const { latest, counters } = database;
  const isOwn = session !== undefined && latest?.session === session && from >= latest.since;
  return counters.seq > from && !isOwn;
};

/**
 * Whoever waits hears of a first commit at once and of what follows soon after in one go: a burst costs each reader one round. `from`: how
 * far the reader has read; who is behind what was told last is not held up.
 */
export const gatherNews = async (database: Database, from: number, signal: AbortSignal): Promise<void> => {
  const { told, counters } = database;
  // What is told to somebody who is behind is told to nobody else.
  if (told && from < told.seq) return;
  const due = told && told.seq !== counters.seq ? told.at + GATHERED_MS - performance.now() : 0;
  if (due > 0) await pause(due, signal);
  if (database.told?.seq !== counters.seq) database.told = { seq: counters.seq, at: performance.now() };
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
  });
