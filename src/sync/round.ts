import { isStorageFull } from "../device/storage/is-storage-full.ts";
import type { StorageGuard } from "../device/storage/storage-guard.ts";
import { workIn } from "../domain/attention/unsent-work.ts";
import type { Document } from "../domain/model/document.ts";
import { err, ok } from "../domain/model/result.ts";
import type { SyncStatus } from "../session/use-session.ts";
import type { Store } from "../store/open-store.ts";
import { type Account, refreshAccount } from "./connection/account.ts";
import type { Answer, Server } from "./connection/server.ts";
import { pageSize } from "./replication/changes-pages.ts";
import { type Checkpoints, type HeardPage, pull } from "./replication/pull.ts";
import { push } from "./replication/push.ts";
import { sweep } from "./replication/sweep.ts";
import type { Unanswered } from "./replication/unanswered.ts";

export type RoundOptions = {
  readonly server: Server;
  readonly store: Store;
  readonly checkpoints: Checkpoints;
  readonly unanswered: Unanswered;
  readonly account: Account;
  /** Which of the databases that roles open this phone keeps up with; without it all of them. */
  readonly follows?: ((roles: readonly string[]) => readonly string[]) | undefined;
  /** The account has other roles now (a trip was published, a role ended). */
  readonly onAccount: (account: Account) => void;
  /** A database counts from an earlier point than before: the server was put back to a backup. */
  readonly onRestored?: () => void;
  readonly report: (status: Partial<SyncStatus>) => void;
  readonly now: () => string;
  /** Resolves once the page has had time to answer a finger and to be drawn: receiving is not to hold it up. */
  readonly untilDrawn: () => Promise<void>;
  readonly storageGuard: Pick<StorageGuard, "hasSpace" | "reportFull">;
};

export type Rounds = {
  /** Brings what is due together with the server. Whatever fails, in whatever way, is due again. */
  run(): Promise<Answer<void>>;
  /** Something changed in one database. `heard`: the page of changes that came with the news. */
  expect(database: string, heard?: HeardPage): void;
  /** Everything is due; with `again` also what was refused, for the reason may be gone. */
  expectAll(again: boolean): void;
  /** The next round compares every revision. */
  expectSweep(): void;
  account(): Account;
  /** The databases that are kept up with. */
  databases(): readonly string[];
};

export const openRounds = (options: RoundOptions): Rounds => {
  const { store, report } = options;
  const due = new Map<string, HeardPage | undefined>();
  const swept = new Set<string>();
  const met = new Set<string>();
  let [everything, again] = [true, true];
  let account = options.account;

  const followed = () => options.follows?.(account.roles) ?? account.databases;

  const takeAccount = (refreshed: Account) => {
    if (String(refreshed.roles) === String(account.roles)) return;
    account = refreshed;
    again = true;
    options.onAccount(account);
  };

  /** A refusal counts only from a server that still knows who asks: whatever stands in between may say 403, too. */
  const confirmed = async (denial: Answer<void>): Promise<Answer<void>> => {
    const refreshed = await refreshAccount(options.server, account.name);
    if (isDenial(refreshed)) return err({ type: "later" });
    if (!refreshed.ok) return refreshed;
    takeAccount(refreshed.value);
    return denial;
  };

  const round = async (): Promise<Answer<void>> => {
    const all = everything;
    if (all) {
      const refreshed = await refreshAccount(options.server, account.name);
      if (!refreshed.ok) return refreshed;
      takeAccount(refreshed.value);
      await refuseClosed(options, followed());
    }
    const expected = new Map(due);
    const done = new Set<string>();
    /** Looked up anew after each: what the directory and a site say may open more. */
    const next = () => followed().find((name) => !done.has(name) && (all || expected.has(name) || !met.has(name)));
    const retry = all && again;
    everything = false;
    due.clear();
    let result: Answer<void> = ok(undefined);
    for (let database = next(); database !== undefined; database = next()) {
      done.add(database);
      met.add(database);
      const synced = await syncDatabase(options, database, {
        again: retry,
        swept,
        heard: expected.get(database),
      });
      const outcome = isDenial(synced) && !all ? await confirmed(synced) : synced;
      if (outcome.ok) continue;
      if (isDenial(outcome)) await refuseAll(options, database, outcome.error.type);
      else result = outcome;
      if (stopsAll.has(outcome.error.type)) break;
    }
    if (result.ok && retry) again = false;
    return result;
  };

  const failed = async (error: unknown): Promise<Answer<void>> => {
    if (isStorageFull(error)) await options.storageGuard.reportFull();
    return err({ type: "later" });
  };
  /** What was received did not fit: what was written here goes out all the same, at once. */
  const withoutRoom = async (error: unknown): Promise<Answer<void>> => {
    if (!isStorageFull(error)) throw error;
    await options.storageGuard.reportFull();
    everything = true;
    return round();
  };

  return {
    run: async () => {
      const done = await round().catch(withoutRoom).catch(failed);
      if (!done.ok) everything = true;
      report(countUnsent(store));
      return done;
    },
    expect: (database, heard) => void due.set(database, heard ?? due.get(database)),
    expectAll: (retry) => {
      everything = true;
      again ||= retry;
    },
    expectSweep: () => swept.clear(),
    account: () => account,
    databases: followed,
  };
};

const syncDatabase = async (
  options: RoundOptions,
  database: string,
  {
    again,
    swept,
    heard,
  }: { readonly again: boolean; readonly swept: Set<string>; readonly heard: HeardPage | undefined },
): Promise<Answer<void>> => {
  const first = (await options.checkpoints.get(database)) === undefined;
  // A page that was heard before this phone sends something may hold older revisions than what is sent.
  const isFresh = options.store.unsent(database).length === 0;
  const hadRows = options.store.rows(database).size > 0;
  const pushed = first ? ok(undefined) : await push(options, database, again);
  if (!pushed.ok) return pushed;
  if (!(await options.storageGuard.hasSpace())) return first ? push(options, database, again) : pushed;
  // A store that lost everything begins anew, wherever pulling stood.
  if (!hadRows && !first && !swept.has(database)) await options.checkpoints.set(database, "0");
  const onProgress = (done: number, total: number) => {
    const isLong = first || total > pageSize;
    options.report(isLong ? { state: "firstSync", progress: { done, total, isFirst: first } } : { state: "working" });
  };
  const pulled = await pull(options, database, onProgress, isFresh ? heard : undefined);
  if (!pulled.ok) return pulled;
  if (pulled.value.restored) options.onRestored?.();
  if (hadRows && (pulled.value.restored || !swept.has(database))) {
    const compared = await sweep(options, database);
    if (!compared.ok) return compared;
  }
  swept.add(database);
  const wasDenied = options.store.unsent(database).some(({ refused }) => refused && denials.has(refused.reason));
  return push(options, database, (again && first) || wasDenied);
};

/** No other database would answer either. */
const stopsAll: ReadonlySet<string> = new Set(["offline", "slow", "signInNeeded"]);

/** The database as a whole is closed to this account, for now: tried again as soon as it can be read. */
const denials: ReadonlySet<string> = new Set(["forbidden", "notFound"]);

const isDenial = (answer: Answer<unknown>): boolean => !answer.ok && denials.has(answer.error.type);

/** What was written into a database that this account may no longer open waits for a person, and for the right to come back. */
const refuseClosed = async (options: RoundOptions, open: readonly string[]): Promise<void> => {
  for (const database of options.store.databases()) {
    if (!open.includes(database)) await refuseAll(options, database, "closed");
  }
};

const refuseAll = async ({ store, now }: RoundOptions, database: string, reason: string): Promise<void> => {
  const waiting = store.unsent(database).filter((row) => !row.refused);
  await store.markRefused(
    database,
    waiting.map((row) => row.document),
    { reason, at: now() },
  );
};

/** Counted from the rows each time, also of databases that the account may no longer open: nobody else has them. */
export const countUnsent = (store: Store): Pick<SyncStatus, "unsent" | "work" | "refused"> => {
  const waiting: Document[] = [];
  let refused = 0;
  for (const database of store.databases())
    for (const row of store.rows(database).values()) {
      if (row.sent) continue;
      waiting.push(row.document);
      if (row.refused) refused += 1;
    }
  return { unsent: waiting.length, work: workIn(waiting), refused };
};
