import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type DetachableScreens, openDetachableScreens } from "./detachable-screens.ts";
import { openSoftLock, type SoftLock, type SoftLockEnd } from "./soft-lock.ts";
import { startStopwatch } from "./stopwatch.ts";
import { noteWhyLocked } from "./why-locked.ts";

type OpenSoftLock = { readonly softLock: SoftLock; readonly screens: DetachableScreens; readonly isLocked: boolean };

/**
 * The soft lock of whoever has just unlocked the phone; `onEnd` locks fully. A tab that handed over to another one forgets its PIN: each person has one on a
 * phone, so its tries are counted once.
 */
export const useSoftLock = (onEnd: (why: SoftLockEnd) => void, isHandedOver: boolean): OpenSoftLock => {
  const latest = useRef(onEnd);
  latest.current = onEnd;
  const [{ softLock, screens }] = useState(() => {
    const screens = noted(openDetachableScreens());
    const softLock = openSoftLock({ passed: startStopwatch(), screens, onEnd: (why) => latest.current(why) });
    return { softLock, screens };
  });
  const { state } = useSyncExternalStore(softLock.subscribe, softLock.state);
  useEffect(() => {
    if (isHandedOver) softLock.forget();
  }, [softLock, isHandedOver]);
  useEffect(() => {
    if (state === "noPin") return;
    const timer = window.setInterval(softLock.look, interval);
    // A phone that slept has run no timers.
    for (const [target, event] of wakings) target.addEventListener(event, softLock.look);
    return () => {
      window.clearInterval(timer);
      for (const [target, event] of wakings) target.removeEventListener(event, softLock.look);
    };
  }, [softLock, state]);
  return { softLock, screens, isLocked: state === "locked" };
};

/** Whoever finds the page loaded anew learns that it was locked softly before. */
const noted = (screens: DetachableScreens): DetachableScreens => ({
  ...screens,
  hide: () => {
    screens.hide();
    noteWhyLocked("soft");
  },
  show: () => {
    screens.show();
    noteWhyLocked(undefined);
  },
});

/** Milliseconds between two looks at the clock. */
const interval = 30_000;
const wakings: readonly (readonly [EventTarget, string])[] = [
  [document, "visibilitychange"],
  [document, "resume"],
  [window, "pageshow"],
  [window, "focus"],
];
