import { useMemo } from "react";
import { useFoundPeople } from "./use-found-people.ts";

/** Ids of the people of one site whom a text may mean, best first: a name, a number of theirs, a telephone number, a bed. No row moves while it is shown. */
export const usePersonSearch = (site: string, query: string, limit: number): readonly string[] => {
  const sites = useMemo(() => [site], [site]);
  const found = useFoundPeople(sites, query, limit);
  return useMemo(() => found.map(({ id }) => id), [found]);
};
