import { useEffect, useRef } from "react";
import { enterSheet, isOnSheet, leaveSheet } from "../../../ui/page/history-entry.ts";

/**
 * The browser's Back asks `onBack` first, and leaves the page only where that answers false. The entry that it goes through is that of a sheet over the page. Answers
 * how to take this entry away, and what is to be done then.
 */
export const useBackWithin = (onBack: () => boolean): ((then: () => void) => void) => {
  const latest = useRef(onBack);
  latest.current = onBack;
  const sheet = useRef<number>(undefined);
  const leaving = useRef<() => void>(undefined);
  useEffect(() => {
    sheet.current = enterSheet();
    const onPop = () => {
      if (isOnSheet()) return;
      if (leaving.current) return leaving.current();
      if (latest.current()) sheet.current = enterSheet();
      else history.back();
    };
    window.addEventListener("popstate", onPop);
    return () => window.removeEventListener("popstate", onPop);
  }, []);
  return (then) => {
    leaving.current = then;
    if (sheet.current !== undefined && isOnSheet()) leaveSheet(sheet.current);
    else then();
  };
};
