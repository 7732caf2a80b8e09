import { setTimeout as wait } from "node:timers/promises";

/** What a run provides for beside the rights, which every run works out anew: these sites with their trips, or all there is. */
export type Scope = "everything" | ReadonlySet<string>;

export type ProvisioningQueue = {
  /** Resolves after a run that began later than this and covered it, whether it came through or is still to be repeated. */
  ask(scope: Scope): Promise<void>;
  /** Begins no further run, and lets everybody go who waits for one. */
  stop(): void;
};

/** Milliseconds before a run is repeated: another write came in between, or it failed for the first time, or again and again. */
const shortPause = 100;
const firstPause = 1_000;
const longestPause = 60_000;

/**
 * One run at a time: two that overlap would each write what they read before the other wrote. What is asked for meanwhile is done
 * afterwards, in one run. One that fails, or answers false because another write came in between, is repeated until it comes through.
 */
export const openProvisioningQueue = (
  run: (scope: Scope) => Promise<boolean>,
  failed: (error: Error) => void,
): ProvisioningQueue => {
  const stopping = new AbortController();
  let asked: { readonly scope: Scope; readonly done: () => void }[] = [];
  let unfinished: Scope | undefined;
  let isRunning = false;
  let pause = firstPause;

  const ask = (scope: Scope): Promise<void> =>
    new Promise((done) => {
      if (stopping.signal.aborted) return done();
      asked.push({ scope, done });
      if (!isRunning) void runAll();
    });
  const runAll = async (): Promise<void> => {
    isRunning = true;
    while (asked.length > 0 && !stopping.signal.aborted) {
      const taken = asked;
      asked = [];
      await runOnce(taken.map((each) => each.scope).reduce(both));
      for (const { done } of taken) done();
    }
    isRunning = false;
  };
  const runOnce = async (scope: Scope): Promise<void> => {
    try {
      if (!(await run(scope))) return void repeat(scope, shortPause);
      pause = firstPause;
    } catch (error) {
      failed(error as Error);
      void repeatFailed(scope);
    }
  };
  const repeat = async (scope: Scope, after: number): Promise<void> => {
    await wait(after, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    void ask(scope);
  };
  /** What is asked for in the meantime does not wait for that; what fails in the meantime joins it. */
  const repeatFailed = async (scope: Scope): Promise<void> => {
    const isWaiting = unfinished !== undefined;
    unfinished = both(unfinished ?? scope, scope);
    if (isWaiting) return;
    await wait(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    pause = Math.min(2 * pause, longestPause);
    const again = unfinished;
    unfinished = undefined;
    void ask(again);
  };
  return {
    ask,
    stop: () => {
      stopping.abort();
      for (const { done } of asked) done();
    },
  };
};

const both = (one: Scope, other: Scope): Scope =>
  one === "everything" || other === "everything" ? "everything" : new Set([...one, ...other]);
