import { useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { entryHere } from "../page/history-entry.ts";

/**
 * What the list keeps its values under: the entry it was opened in. Entries of pages beside it note it, so that Back finds it again. A link to the list
 * itself opens it anew; Back and the arrow do not.
 */
export const useListEntry = (at: string, path: string): number | string => {
  const here = useSyncExternalStore(onMove, () => entryHere().entry);
  const [entry, setEntry] = useState(() => entryHere().list ?? entryHere().entry ?? at);
  const before = useRef(path);
  const { list, from } = entryHere();
  // What the arrow puts in the place of a page comes from where that page came from.
  const isFollowed = path === at && here !== undefined && from === before.current;
  const wanted = list ?? (isFollowed ? here : entry);
  if (wanted !== entry) setEntry(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each entry notes it
  useLayoutEffect(() => {
    before.current = path;
    if (entryHere().list !== wanted) history.replaceState({ ...entryHere(), list: wanted }, "");
  }, [wanted, path, here]);
  return wanted;
};

/** Events of the app's router, too: the browser has none for an entry that is added. */
const moves = ["popstate", "pushState", "replaceState"];

const onMove = (listener: () => void): (() => void) => {
  for (const move of moves) window.addEventListener(move, listener);
  return () => {
    for (const move of moves) window.removeEventListener(move, listener);
  };
};
