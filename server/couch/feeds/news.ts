import type { Ending } from "../ending.ts";
import type { Database } from "../store/database.ts";

/** Milliseconds after a wake-up in which further commits are gathered into one wake-up. */
const GATHERED_MS = 500;

/** Notes which session wrote the sequences after `before`; undefined where the writer has none. */
export const noteWriter = (database: Database, session: string | undefined, before: number): void => {
  if (database.counters.seq === before || (database.latest && database.latest.session === session)) return;
  database.latest = { session, since: before };
};

/** Whether the feed has changes beyond `from` that the session did not write itself; without a session every change counts. */
export const isNews = (database: Database, from: number, session: string | undefined): boolean => {
  const { latest, counters } = database;
  const isOwn = session !== undefined && latest?.session === session && from >= latest.since;
  return counters.seq > from && !isOwn;
};

/**
 * Gathers wake-ups: a waiting reader is woken by the first commit at once, and by those of the next half second together, so that a burst
 * costs each reader one round. `from`: how far the reader has read; a reader that is behind the last wake-up is not held up.
 */
export const gatherNews = async (database: Database, from: number, ending: Ending): Promise<void> => {
  const { told, counters } = database;
  // A reader that is behind opens no new half second: the others would be woken by it, too.
  if (told && from < told.seq) return;
  const due = told && told.seq !== counters.seq ? told.at + GATHERED_MS - performance.now() : 0;
  if (due > 0) await pause(database, due, ending);
  if (database.told?.seq !== counters.seq) database.told = { seq: counters.seq, at: performance.now() };
};

/** All readers of a database that wait for the same half second share its timer. */
const pause = (database: Database, ms: number, ending: Ending): Promise<void> =>
  new Promise((resolve) => {
    const waiting = database.gathering ?? beginGathering(database, ms);
    const end = () => {
      waiting.delete(end);
      ending.listeners.delete(end);
      resolve();
    };
    waiting.add(end);
    ending.listeners.add(end);
  });

const beginGathering = (database: Database, ms: number): Set<() => void> => {
  const waiting = new Set<() => void>();
  database.gathering = waiting;
  setTimeout(() => {
    delete database.gathering;
    for (const end of waiting) end();
  }, ms);
  return waiting;
};
