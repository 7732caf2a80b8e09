import { useEffect, useRef } from "react";
import type { LockTimes } from "../../domain/rights/lock-times.ts";

/** Calls `lock` when nobody has touched the app for a while, or it was out of sight, or the browser froze it; not while it is locked. */
export const useAutoLock = (lock: () => void, { idle, hidden }: LockTimes, isLocked: boolean): void => {
  const latest = useRef(lock);
  latest.current = lock;
  /** When it was touched and left (ms): they go on counting when the times change. */
  const touched = useRef(Date.now());
  const left = useRef<number>(undefined);
  const wasLocked = useRef(false);

  useEffect(() => {
    let timer: number;
    // A phone that has just been opened counts as touched and seen.
    if (wasLocked.current && !isLocked) [touched.current, left.current] = [Date.now(), undefined];
    wasLocked.current = isLocked;
    const look = () => {
      if (isLocked) return;
      const now = Date.now();
      const untilHidden = (left.current ?? Number.POSITIVE_INFINITY) + hidden * 1_000;
      const wait = Math.min(touched.current + idle * 1_000, untilHidden) - now;
      if (wait <= 0) return latest.current();
      window.clearTimeout(timer);
      timer = window.setTimeout(look, Math.max(wait, left.current === undefined ? 1_000 : shortest));
    };
    const onVisibility = () => {
      look(); // browsers let the timers of a hidden page sleep
      left.current = document.visibilityState === "visible" ? undefined : Date.now();
      cover(left.current !== undefined);
      look();
    };
    const onThaw = () => !isLocked && latest.current();
    const onTouch = () => {
      touched.current = Date.now();
    };
    look();
    for (const kind of touches) window.addEventListener(kind, onTouch, { capture: true, passive: true });
    document.addEventListener("visibilitychange", onVisibility);
    document.addEventListener("resume", onThaw);
    return () => {
      window.clearTimeout(timer);
      for (const kind of touches) window.removeEventListener(kind, onTouch, { capture: true });
      document.removeEventListener("visibilitychange", onVisibility);
      document.removeEventListener("resume", onThaw);
    };
  }, [idle, hidden, isLocked]);
};

/** Phones keep a picture of every app for the list of those that are open. */
const cover = (isHidden: boolean) => document.documentElement.toggleAttribute("data-covered", isHidden);

const touches = ["pointerdown", "pointermove", "keydown", "input", "click", "scroll"] as const;
/** Milliseconds between two checks while the page is hidden. */
const shortest = 30_000;
