import { useMemo, useSyncExternalStore } from "react";
import { useLiveContext } from "../live-context.tsx";

/** Ids of the people a typed name may mean, best first. Follows what arrives while the list is open. */
export const usePersonSearch = (query: string, limit: number): readonly string[] => {
  const { records, people } = useLiveContext();
  const version = useSyncExternalStore(records.subscribe, () => records.version(personKind));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the index, which changes in place
  return useMemo(() => people.search(query, limit), [people, version, query, limit]);
};

const personKind = ["person"] as const;
