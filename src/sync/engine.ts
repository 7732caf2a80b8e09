import type { SyncStatus } from "../session/use-session.ts";
import { databaseOf } from "../store/row.ts";
import type { Account } from "./connection/account.ts";
import { type CallError, type Server, withSignal } from "./connection/server.ts";
import type { Change } from "./replication/changes-pages.ts";
import { countUnsent, openRounds, type RoundOptions } from "./round.ts";
import { backOff, calmInterval } from "./schedule/back-off.ts";
import { openChangeListener } from "./schedule/change-listener.ts";
import { openWaker, type Timers } from "./schedule/waker.ts";

export type SyncOptions = RoundOptions & {
  readonly clock: Timers;
  /** In [0, 1). */
  readonly random: () => number;
  /** The database of the site that is shown. */
  readonly first?: () => string | undefined;
  /** True while the page is hidden: no timer is short then. */
  readonly isHidden: () => boolean;
  /** Resolves once the page has had time to show what was done: sending is not to delay it. */
  readonly untilShown: () => Promise<void>;
  /** What else there is to say to the server once everything is sent and received. What fails is said again after the next round. */
  readonly afterRound?: (server: Server, account: Account) => Promise<void>;
};

export type Sync = {
  /** Something happened that makes a round worth while: the network is back, the page is shown, an account signed in. */
  wake(): void;
  /** The user looks at another site: its news is waited for from now on. Asks the server for nothing else. */
  listenAgain(): void;
  /** Gives up what is under way. Resolves once nothing touches the store any more. */
  stop(): Promise<void>;
};

/** Milliseconds between comparisons of every revision. */
const sweepInterval = 6 * 3_600_000;

/** Keeps the store and the server together for as long as somebody is signed in. Local work never waits for it. */
export const startSync = (options: SyncOptions): Sync => {
  const { store, clock } = options;
  const ending = new AbortController();
  // The next account's status must not be overwritten by what this one still had under way.
  const report: typeof options.report = (status) => ending.signal.aborted || options.report(status);
  const server = withSignal(ending.signal, options.server);
  const waker = openWaker(clock);
  const rounds = openRounds({ ...options, server, report });
  const { checkpoints, random, isHidden } = options;
  let underWay: Promise<unknown> = Promise.resolve();
  const listening = {
    ...{ server, checkpoints, clock, random, isHidden },
    settled: () => underWay,
    isKnown: (database: string, { id, changes }: Change) => store.rows(database).get(id)?.rev === changes?.[0]?.rev,
  };
  const changeListener = openChangeListener(listening, (database, heard) => {
    rounds.expect(database, heard);
    waker.wake();
  });
  const listen = () => changeListener.listenTo(rounds.databases(), options.first?.());
  let failures = 0;
  let isAnswered = false;

  const unsubscribe = store.subscribe((rows) => {
    report(countUnsent(store));
    const waiting = rows.filter((row) => !row.sent && !row.refused);
    for (const row of waiting) rounds.expect(databaseOf(row));
    // While the server does not answer, the back-off decides when it is asked again, not every save.
    if (waiting.length > 0 && failures === 0) waker.wake();
  });
  const sweepAgain = () => {
    rounds.expectSweep();
    sweepTimer = clock.setTimeout(sweepAgain, sweepInterval);
  };
  let sweepTimer = clock.setTimeout(sweepAgain, sweepInterval);

  const run = async () => {
    while (!ending.signal.aborted) {
      await options.untilShown();
      if (ending.signal.aborted) return;
      const round = rounds.run();
      underWay = round;
      const done = await round;
      if (ending.signal.aborted) return;
      isAnswered = done.ok;
      failures = done.ok ? 0 : failures + 1;
      if (done.ok) {
        report({ state: "upToDate", progress: undefined, lastContact: options.now() });
        listen();
        await options.afterRound?.(server, rounds.account()).catch(saidNextTime);
        if (ending.signal.aborted) return;
      } else report({ state: stateAfter(done.error) });
      const pause = done.ok ? calmInterval : backOff(failures, random(), faultOf(done.error));
      const woken = await waker.wait(isHidden() ? Math.max(pause, calmInterval) : pause);
      if (!woken) rounds.expectAll(false);
    }
  };

  report(countUnsent(store));
  const running = run();
  return {
    wake: () => {
      rounds.expectAll(true);
      waker.wake();
    },
    // Where the server does not answer, the next round that succeeds listens.
    listenAgain: () => {
      if (isAnswered && !ending.signal.aborted) listen();
    },
    stop: () => {
      ending.abort();
      unsubscribe();
      changeListener.close();
      clock.clearTimeout(sweepTimer);
      waker.wake();
      return running;
    },
  };
};

const saidNextTime = () => {};

const faultOf = ({ type }: CallError): "network" | "server" =>
  type === "offline" || type === "slow" ? "network" : "server";

const stateAfter = (error: CallError): SyncStatus["state"] =>
  error.type === "signInNeeded" ? "signInNeeded" : "offline";
