import { closingError, isClosing } from "../refuse.ts";
import type { Sqlite } from "./sqlite.ts";

/** Work on the database; runs synchronously inside a transaction and may be undone as a whole. */
export type Job<T> = () => T;

export type CommitQueue = {
  /** Runs the job in the next transaction; resolves when it is on the disk, rejects if it or the commit failed. */
  readonly commit: <T>(job: Job<T>) => Promise<T>;
  /** Commits what is queued; whatever comes later is refused (503) and never reaches the file. */
  readonly close: () => void;
};

/** What to do after: a rollback of one job or of the whole batch (memory must be read again), a commit. */
export type CommitHooks = {
  readonly onJobUndone: () => void;
  readonly onUndone: () => void;
  readonly onCommit: () => void;
};

type Waiting = {
  readonly job: Job<unknown>;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
};
type Settled = { readonly waiting: Waiting; readonly value?: unknown; readonly error?: unknown };

/** Milliseconds of work in one commit: twenty long batches at once do not block the event loop. */
const SLICE_MS = 20;

/**
 * Group commit: jobs of requests that came in together share one transaction and one fsync; each has a savepoint
 * of its own.
 */
export const openCommitQueue = (sqlite: Sqlite, hooks: CommitHooks): CommitQueue => {
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  const rollback = sqlite.prepare("ROLLBACK");
  const savepoint = sqlite.prepare("SAVEPOINT job");
  const release = sqlite.prepare("RELEASE job");
  const undo = sqlite.prepare("ROLLBACK TO job");
  const queue: Waiting[] = [];
  let isClosed = false;

  const run = (waiting: Waiting): Settled => {
    savepoint.run();
    try {
      const value = waiting.job();
      release.run();
      return { waiting, value };
    } catch (error) {
      if (!sqlite.inTransaction) throw error;
      undo.run();
      release.run();
      hooks.onJobUndone();
      return { waiting, error };
    }
  };

  const takeBack = (): void => {
    if (sqlite.inTransaction) rollback.run();
    hooks.onUndone();
  };

  /** Runs jobs until the time is over; those that are left come with the next commit, after others were answered. */
  const runSome = (batch: Waiting[], until: number): Settled[] => {
    const settled: Settled[] = [];
    do {
      const job = queue.shift();
      if (!job) break;
      batch.push(job);
      settled.push(run(job));
    } while (performance.now() < until);
    return settled;
  };

  const flush = (ms = SLICE_MS): void => {
    if (queue.length === 0) return; // closing was quicker
    const batch: Waiting[] = [];
    let settled: Settled[] = [];
    try {
      begin.run();
      settled = runSome(batch, performance.now() + ms);
      commit.run();
    } catch (error) {
      if (sqlite.open) takeBack();
      // If the transaction could not even begin, every waiting job fails.
      for (const { failed } of batch.length > 0 ? batch : queue.splice(0)) failed(sqlite.open ? error : closingError());
      return;
    }
    for (const { waiting, value, error } of settled) error === undefined ? waiting.done(value) : waiting.failed(error);
    hooks.onCommit();
  };
  const flushInTurns = (): void => {
    flush();
    if (queue.length > 0) setImmediate(flushInTurns);
  };

  return {
    commit: async <T>(job: Job<T>) => {
      if (isClosed) return isClosing();
      return new Promise<T>((resolve, reject) => {
        if (queue.length === 0) setImmediate(flushInTurns);
        queue.push({ job, done: resolve as (value: unknown) => void, failed: reject });
      });
    },
    close: () => {
      isClosed = true;
      flush(Number.POSITIVE_INFINITY);
    },
  };
};
