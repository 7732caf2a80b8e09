import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import { useLiveContext } from "../live-context.tsx";
import { type Alike, type Asked, alikeIndexOf } from "./alike-index.ts";

/**
 * Whom of the site somebody may be who is being typed, the likeliest first; nobody as long as nothing is asked. People are read a few milliseconds at a
 * stretch once a form is open, so that no key waits for them; until then nobody is named.
 */
export const useAlike = (site: string, asked: Asked | undefined): readonly Alike[] => {
  const { records } = useLiveContext();
  const database = siteDatabase(site);
  const index = alikeIndexOf(records, database);
  const [isRead, setRead] = useState(() => index.readOn(0));
  useEffect(() => {
    if (isRead) return;
    const timer = setInterval(() => {
      if (!index.readOn(slice)) return;
      clearInterval(timer);
      setRead(true);
    }, 2 * slice);
    return () => clearInterval(timer);
  }, [index, isRead]);
  const people = useSyncExternalStore(records.subscribe, () => records.all(database, "person"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of people stands for the index, which changes in place
  return useMemo(() => (asked && isRead ? index.alikeTo(asked) : []), [index, asked, isRead, people]);
};

/** Milliseconds, between two frames. */
const slice = 8;
