import { useEffect, useRef } from "react";

/** Milliseconds without a touch, and out of sight, after which the phone locks itself. */
export type LockTimes = { readonly idle: number; readonly hidden: number };

export const usualLockTimes: LockTimes = { idle: 180_000, hidden: 60_000 };

/** Calls `lock` when nobody has touched the app for a while, or it was out of sight, or the browser froze it. */
export const useLock = (lock: () => void, { idle, hidden }: LockTimes): void => {
  const latest = useRef(lock);
  latest.current = lock;

  useEffect(() => {
    let touched = Date.now();
    let left: number | undefined;
    let timer: number;
    const look = () => {
      const now = Date.now();
      const wait = Math.min(touched + idle - now, (left ?? Number.POSITIVE_INFINITY) + hidden - now);
      if (wait <= 0) return latest.current();
      window.clearTimeout(timer);
      timer = window.setTimeout(look, Math.max(wait, left === undefined ? 1_000 : shortest));
    };
    const onVisibility = () => {
      look(); // browsers let the timers of a hidden page sleep
      left = document.visibilityState === "visible" ? undefined : Date.now();
      look();
    };
    const onThaw = () => latest.current();
    const onTouch = () => {
      touched = Date.now();
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
  }, [idle, hidden]);
};

const touches = ["pointerdown", "pointermove", "keydown", "input", "click", "scroll"] as const;
/** Milliseconds between two looks of a page that nobody sees. */
const shortest = 30_000;
