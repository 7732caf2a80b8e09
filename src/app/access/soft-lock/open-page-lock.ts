import type { DetachableScreens } from "./detachable-screens.ts";
import { type KeptPlace, keepPlace } from "./kept-place.ts";
import { openSoftLock, type SoftLock, type SoftLockEnd } from "./soft-lock.ts";
import { type Clocks, startStopwatch } from "./stopwatch.ts";
import { noteWhyLocked } from "./why-locked.ts";

export type PageLock = SoftLock & {
  /** Once the screens are drawn again. */
  readonly restorePlace: () => void;
  /** Looks at the clock now and then, and whenever the phone wakes up; answers how to stop. */
  readonly watch: () => () => void;
};

type Options = {
  /** When the passphrase or the fingerprint was given. */
  readonly began: Clocks;
  readonly screens: DetachableScreens;
  readonly onEnd: (why: SoftLockEnd) => void;
};

/** The soft lock of this page. */
export const openPageLock = ({ began, screens, onEnd }: Options): PageLock => {
  let kept: KeptPlace | undefined;
  let focusBefore: Element | null = null;
  const hide = () => {
    kept = keepPlace(screens.element, focusBefore);
    screens.hide();
    // If the page is loaded anew, the lock says why it asks for the passphrase instead of the PIN.
    noteWhyLocked("soft");
  };
  const show = () => {
    screens.show();
    noteWhyLocked(undefined);
  };
  const onVisibility = () => {
    focusBefore = document.visibilityState === "hidden" ? document.activeElement : null;
  };
  const softLock = openSoftLock({ passed: startStopwatch(began), screens: { hide, show }, onEnd });
  return {
    ...softLock,
    restorePlace: () => {
      kept?.();
      kept = undefined;
    },
    watch: () => {
      document.addEventListener("visibilitychange", onVisibility);
      const timer = window.setInterval(softLock.look, interval);
      // A phone that slept has run no timers.
      for (const [target, event] of wakings) target.addEventListener(event, softLock.look);
      return () => {
        document.removeEventListener("visibilitychange", onVisibility);
        window.clearInterval(timer);
        for (const [target, event] of wakings) target.removeEventListener(event, softLock.look);
      };
    },
  };
};

/** Milliseconds between two looks at the clock. */
const interval = 30_000;
const wakings: readonly (readonly [EventTarget, string])[] = [
  [document, "visibilitychange"],
  [document, "resume"],
  [window, "pageshow"],
  [window, "focus"],
];
