import { useMemo, useSyncExternalStore } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import { useLiveContext } from "../live-context.tsx";

/** Ids of the people of a site that a typed name may mean, best first. Follows what arrives while the list is open. */
export const usePersonSearch = (site: string, query: string, limit: number): readonly string[] => {
  const { records, people } = useLiveContext();
  const version = useSyncExternalStore(records.subscribe, () => records.version(personKind));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the index, which changes in place
  return useMemo(() => people.search(query, limit, siteDatabase(site)), [people, version, site, query, limit]);
};

const personKind = ["person"] as const;
