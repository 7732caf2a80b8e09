import { useEffect } from "react";
import { useLiveContext } from "./live-context.tsx";

/** Milliseconds between looks, and how many there are: then the calm rounds of sync have to do. */
const [pause, most] = [3_000, 20];

/** While a screen waits for what another account is about to grant, the server is asked more often. */
export const useLookAgain = (isAwaited = true): void => {
  const { wake } = useLiveContext();
  useEffect(() => {
    if (!isAwaited) return;
    let looks = 0;
    const timer = window.setInterval(() => {
      looks += 1;
      // A hidden page needs no short timer; shown again, it asks by itself.
      if (looks > most || document.visibilityState === "hidden") window.clearInterval(timer);
      else wake();
    }, pause);
    return () => window.clearInterval(timer);
  }, [isAwaited, wake]);
};
