import { useEffect, useRef } from "react";

/** Calls once `wait` milliseconds have passed since `of` was last given; never while there is none. */
export const useTimeout = (call: () => void, wait: number, of: string | undefined): void => {
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => {
    if (of === undefined) return;
    const timer = window.setTimeout(() => latest.current(), wait);
    return () => window.clearTimeout(timer);
  }, [of, wait]);
};
