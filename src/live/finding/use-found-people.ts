import { useMemo, useRef, useSyncExternalStore } from "react";
import { useLiveContext } from "../live-context.tsx";
import { type Found, findPeople } from "./find-people.ts";

/**
 * People whom a text may mean at some sites, best first. What arrives while the list is open follows behind, however well it fits: no row moves under a
 * finger. What was found stays until something else is typed.
 */
export const useFoundPeople = (sites: readonly string[], query: string, limit: number): readonly Found[] => {
  const { records, people } = useLiveContext();
  const version = useSyncExternalStore(records.subscribe, () => records.version(concerned));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is known, which changes in place
  const found = useMemo(
    () => findPeople({ records, people, sites }, query, limit),
    [people, version, sites, query, limit],
  );
  const shown = useRef({ sites, query, list: found });
  const { list } = shown.current;
  const isAnother = shown.current.sites !== sites || shown.current.query !== query;
  shown.current = { sites, query, list: isAnother ? found : withNew(list, found, limit) };
  return shown.current.list;
};

const concerned = ["person", "group", "stay", "presence", "bed", "room"] as const;

/** Those that are shown, in their order, and behind them what was found besides, `limit` at most. The same list where nothing is new. */
export const withNew = (shown: readonly Found[], found: readonly Found[], limit: number): readonly Found[] => {
  const isShown = ({ site, id }: Found) => shown.some((one) => one.id === id && one.site === site);
  const later = found.filter((one) => !isShown(one)).slice(0, Math.max(0, limit - shown.length));
  return later.length === 0 ? shown : [...shown, ...later];
};
