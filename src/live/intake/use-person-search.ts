import { useMemo, useRef, useSyncExternalStore } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import { useLiveContext } from "../live-context.tsx";

/**
 * Ids of the people of a site that a typed name may mean, best first. What arrives while the list is open follows behind, however well it fits: no row
 * moves under a finger. What was found stays until something else is typed.
 */
export const usePersonSearch = (site: string, query: string, limit: number): readonly string[] => {
  const { records, people } = useLiveContext();
  const known = useSyncExternalStore(records.subscribe, () => records.all(siteDatabase(site), "person"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of people stands for the index, which changes in place
  const found = useMemo(() => people.search(query, limit, siteDatabase(site)), [people, known, site, query, limit]);
  const shown = useRef({ site, query, ids: found });
  const { ids } = shown.current;
  const isAnother = shown.current.site !== site || shown.current.query !== query;
  shown.current = { site, query, ids: isAnother ? found : withLater(ids, found, limit) };
  return shown.current.ids;
};

/** Those that are shown, in their order, and behind them what was found besides, `limit` at most. The same list where nothing is new. */
export const withLater = (shown: readonly string[], found: readonly string[], limit: number): readonly string[] => {
  const known = new Set(shown);
  const later = found.filter((id) => !known.has(id)).slice(0, Math.max(0, limit - shown.length));
  return later.length === 0 ? shown : [...shown, ...later];
};
