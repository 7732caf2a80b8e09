import { useLayoutEffect, useState } from "react";
import { entryHere } from "../page/history-entry.ts";

/** What the list keeps its values under: the entry it was opened in. Entries of pages beside it note it, so that Back finds it again. */
export const useListEntry = (at: string, path: string): number | string => {
  const [entry] = useState(() => entryHere().list ?? entryHere().entry ?? at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each address has an entry of its own
  useLayoutEffect(() => {
    if (entryHere().list !== entry) history.replaceState({ ...entryHere(), list: entry }, "");
  }, [entry, path]);
  return entry;
};
