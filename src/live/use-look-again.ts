import { useEffect } from "react";
import { useLiveContext } from "./live-context.tsx";

/** Milliseconds between looks, and how many there are: then the calm rounds of sync have to do. */
const [pause, most] = [3_000, 20];

/** While somebody waits before a screen for what others are about to give them, the server is asked more often than it usually is. */
export const useLookAgain = (isAwaited = true): void => {
  const { wake } = useLiveContext();
  useEffect(() => {
    if (!isAwaited) return;
    let looks = 0;
    const timer = window.setInterval(() => {
      looks += 1;
      // A page that nobody sees needs no short timer; shown again, it looks by itself.
      if (looks > most || document.visibilityState === "hidden") window.clearInterval(timer);
      else wake();
    }, pause);
    return () => window.clearInterval(timer);
  }, [isAwaited, wake]);
};
