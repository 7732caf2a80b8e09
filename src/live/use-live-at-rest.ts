import { useEffect, useState } from "react";
import { useLiveContext } from "./live-context.tsx";
import type { Records } from "./records.ts";

/** Milliseconds without a change: counting over every record would slow a first sync, or typing. */
const rest = 1_500;
/** Milliseconds after which it is done though the changes go on: a busy shelter never rests. */
const atLatest = 10_000;

/**
 * A value that nobody waits for: worked out whenever the records have rested after a change, and once at first. `compute` must keep its identity while
 * nothing of its own changed; it may fetch first what it is made with, and where that fails the value stays as it is until the next time.
 */
export const useLiveAtRest = <T>(compute: (records: Records) => Promise<T>): T | undefined => {
  const { records } = useLiveContext();
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const { call, cancel } = atRest(() => void compute(records).then(setValue, triedAgain));
    // Nothing is counted, and no timer runs, while nobody looks at the page.
    const look = () => (document.visibilityState === "hidden" ? cancel() : call());
    look();
    document.addEventListener("visibilitychange", look);
    const stop = records.subscribe(look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      stop();
      cancel();
    };
  }, [records, compute]);
  return value;
};

const triedAgain = () => {};

/** Does the work once the calls have stopped for a while, or have gone on for too long. */
export const atRest = (work: () => void): { readonly call: () => void; readonly cancel: () => void } => {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(resting);
    clearTimeout(latest);
    latest = undefined;
  };
  const run = () => {
    cancel();
    work();
  };
  const call = () => {
    clearTimeout(resting);
    resting = setTimeout(run, rest);
    latest ??= setTimeout(run, atLatest);
  };
  return { call, cancel };
};
