import { useEffect, useRef, useState } from "react";
import { useLiveContext } from "./live-context.tsx";
import type { Records } from "./records.ts";

/** Milliseconds without a change: counting over every record is no work for the middle of a first sync or of somebody's typing. */
const rest = 1_500;

/**
 * A value that takes a look at every record to work out: whenever the records have rested after a change, and once at first. `compute`
 * must be pure and keep its identity while nothing of its own changed.
 */
export const useLiveAtRest = <T>(compute: (records: Records) => T): T | undefined => {
  const { records } = useLiveContext();
  const [value, setValue] = useState<T>();
  const timer = useRef(0);
  useEffect(() => {
    const workOutLater = () => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setValue(compute(records)), rest);
    };
    workOutLater();
    const stop = records.subscribe(workOutLater);
    return () => {
      stop();
      window.clearTimeout(timer.current);
    };
  }, [records, compute]);
  return value;
};
