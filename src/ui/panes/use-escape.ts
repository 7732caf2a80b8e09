import { useEffect } from "react";
import { meaningOf } from "../keys/meaning-of.ts";
import { useNavigation } from "../page/navigation.tsx";
import { hasUnsavedChoice } from "./unsaved-choice.ts";

/** Escape closes what stands beside the list, unless something is chosen there and not saved. A sheet over it is closed first, by the browser. */
export const useEscape = (at: string, isBeside: boolean): void => {
  const { leave } = useNavigation();
  useEffect(() => {
    if (!isBeside) return;
    const onKey = (event: KeyboardEvent) => {
      // One that is held down has closed a sheet already.
      if (event.repeat) return;
      if (hasUnsavedChoice()) return;
      const isHere = (event.target as Element).matches("body, main, main *");
      if (isHere && meaningOf(event, false) === "close" && !document.querySelector("dialog[open]")) leave(at);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [at, isBeside, leave]);
};
