import { ok } from "../domain/result.ts";
import type { SyncStatus } from "../session/use-session.ts";
import type { Store } from "../store/open-store.ts";
import { databaseOf } from "../store/row.ts";
import { type Account, refreshAccount } from "./account.ts";
import { backOff, calmInterval } from "./back-off.ts";
import { listen } from "./listen.ts";
import { type Checkpoints, pull } from "./pull.ts";
import { push } from "./push.ts";
import type { Answer, CallError, Server } from "./server.ts";
import { type Clock, openWaker } from "./wake.ts";

export type SyncOptions = {
  readonly server: Server;
  readonly store: Store;
  readonly checkpoints: Checkpoints;
  readonly account: Account;
  /** The account may open other databases now (a trip was published, a role ended). */
  readonly onAccount: (account: Account) => void;
  readonly report: (status: Partial<SyncStatus>) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly now: () => string;
};

export type Sync = {
  /** Something happened that makes a round worth while: the network is back, the page is shown, somebody signed in. */
  wake(): void;
  stop(): void;
};

/** At most two requests may wait at once: over HTTP/1.1 a browser has six connections for everything. */
const mostListeners = 2;

/** Keeps the store and the server together for as long as somebody is signed in. Local work never waits for it. */
export const startSync = (options: SyncOptions): Sync => {
  const { store, report, clock } = options;
  const waker = openWaker(clock);
  const ending = new AbortController();
  const ears = new Map<string, AbortController>();
  const due = new Set<string>();
  let everything = true;
  let account = options.account;
  let failures = 0;

  const count = () => report(countUnsent(store, account.databases));
  const unsubscribe = store.subscribe((rows) => {
    count();
    for (const row of rows) if (!row.sent && !row.refused) due.add(databaseOf(row));
    if (due.size > 0) waker.wake();
  });

  const round = async (): Promise<Answer<void>> => {
    const all = everything;
    if (all) {
      const refreshed = await refreshAccount(options.server, account.name);
      if (!refreshed.ok) return refreshed;
      takeAccount(refreshed.value);
    }
    const databases = account.databases.filter((database) => all || due.has(database));
    everything = false;
    due.clear();
    for (const database of databases) {
      const done = await syncDatabase(options, database);
      if (!done.ok && done.error.type !== "forbidden" && done.error.type !== "notFound") return done;
    }
    return ok(undefined);
  };

  const takeAccount = (refreshed: Account) => {
    if (String(refreshed.databases) === String(account.databases)) return;
    account = refreshed;
    options.onAccount(account);
    count();
  };

  const listenTo = async (database: string) => {
    const ear = new AbortController();
    ears.set(database, ear);
    const heard = await listen(options, database, AbortSignal.any([ear.signal, ending.signal]));
    ears.delete(database);
    if (ending.signal.aborted) return;
    if (heard === "quiet") clock.setTimeout(() => !ending.signal.aborted && void listenTo(database), 1_000);
    if (heard !== "rang") return;
    due.add(database);
    waker.wake();
  };

  const run = async () => {
    while (!ending.signal.aborted) {
      const done = await round();
      if (ending.signal.aborted) return;
      failures = done.ok ? 0 : failures + 1;
      if (!done.ok) everything = true;
      report(
        done.ok
          ? { state: "upToDate", progress: undefined, lastContact: options.now() }
          : { state: stateAfter(done.error) },
      );
      if (done.ok) {
        for (const database of watched(account.databases)) if (!ears.has(database)) void listenTo(database);
      }
      const woken = await waker.wait(done.ok ? calmInterval : backOff(failures, options.random()));
      if (!woken) everything = true;
    }
  };

  count();
  void run();
  return {
    wake: () => {
      everything = true;
      waker.wake();
    },
    stop: () => {
      ending.abort();
      unsubscribe();
      waker.wake();
    },
  };
};

const syncDatabase = async (options: SyncOptions, database: string): Promise<Answer<void>> => {
  const first = (await options.checkpoints.get(database)) === undefined;
  const pushedFirst = first ? ok(undefined) : await push(options, database);
  if (!pushedFirst.ok) return pushedFirst;
  const pulled = await pull(options, database, (_, done, total) => {
    options.report(first ? { state: "firstSync", progress: { done, total } } : { state: "working" });
  });
  return pulled.ok ? push(options, database) : pulled;
};

export const countUnsent = (store: Store, databases: readonly string[]): Pick<SyncStatus, "unsent" | "refused"> => {
  const unsent = databases.flatMap((database) => store.unsent(database));
  return { unsent: unsent.length, refused: unsent.filter((row) => row.refused).length };
};

/** The databases worth waiting at: people first, then the newest trips. */
const watched = (databases: readonly string[]): readonly string[] => {
  const sites = databases.filter((database) => database.startsWith("site-"));
  const trips = databases
    .filter((database) => database.startsWith("trip-"))
    .sort()
    .reverse();
  return [...sites.slice(0, trips.length > 0 ? 1 : mostListeners), ...trips].slice(0, mostListeners);
};

const stateAfter = (error: CallError): SyncStatus["state"] =>
  error.type === "signInNeeded" ? "signInNeeded" : "offline";
