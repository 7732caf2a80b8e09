import { useEffect, useRef } from "react";
import { enterSheet, entryHere, leaveSheet } from "../page/history-entry.ts";

/** While `open`, the browser's Back closes what is open and leaves the page where it is. */
export const useBackCloses = (open: boolean, onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open) return;
    const sheet = enterSheet();
    const onBack = () => {
      // A sheet that was opened over this one has an entry after this one's.
      if ((entryHere().sheet ?? 0) < sheet) close.current();
    };
    window.addEventListener("popstate", onBack);
    return () => {
      window.removeEventListener("popstate", onBack);
      leaveSheet(sheet);
    };
  }, [open]);
};
