import type { CommitQueue } from "./commit-queue.ts";
import type { Sqlite } from "./sqlite.ts";

/** Pages that one step gives back: other requests come in between. */
const PAGES_A_STEP = 1000;

/**
 * Cuts free pages off the end of the file, then empties the log beside it: until then the log holds pages as they were before
 * something was deleted, on a quiet server for weeks.
 */
export const giveBackRoom = async (sqlite: Sqlite, { commit }: CommitQueue): Promise<void> => {
  while (await commit(() => cutOff(sqlite)));
  emptyLog(sqlite);
};

/** False where nothing is left to give back, or the file cannot be cut. */
const cutOff = (sqlite: Sqlite): boolean => {
  const before = freePages(sqlite);
  if (before === 0) return false;
  sqlite.pragma(`incremental_vacuum(${PAGES_A_STEP})`);
  const after = freePages(sqlite);
  return after > 0 && after < before;
};

const freePages = (sqlite: Sqlite): number => sqlite.pragma("freelist_count", { simple: true }) as number;

/** Does not wait for a reader such as a backup, for all others would wait, too. The next run does it. */
const emptyLog = (sqlite: Sqlite): void => {
  if (!sqlite.open) return;
  const patience = sqlite.pragma("busy_timeout", { simple: true }) as number;
  sqlite.pragma("busy_timeout = 0");
  try {
    sqlite.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    sqlite.pragma(`busy_timeout = ${patience}`);
  }
};
