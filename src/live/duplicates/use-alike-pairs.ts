import { useEffect, useState } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import { useLiveContext } from "../live-context.tsx";
import { useToday } from "../use-today.ts";
import { type AlikePair, alikePairsOf } from "./alike-pairs.ts";

/** The pairs of a site while a page shows them: people are compared a few milliseconds at a stretch, at first everybody, then whoever was changed. */
export const useAlikePairs = (site: string): { readonly pairs: readonly AlikePair[]; readonly left: number } => {
  const { records } = useLiveContext();
  const today = useToday();
  const found = alikePairsOf(records, siteDatabase(site), today);
  const [seen, setSeen] = useState(() => ({ pairs: found.pairs(), left: found.left() }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = 0;
    const show = () => setSeen({ pairs: found.pairs(), left: found.left() });
    const readOn = () => {
      timer = undefined;
      const isRead = found.readOn(slice);
      // A long list that grows row by row costs more than what it shows.
      shown += 1;
      if (isRead || shown % eachTime === 0) show();
      if (!isRead) wake();
    };
    const wake = () => {
      timer ??= setTimeout(readOn, 2 * slice);
    };
    wake();
    const stop = records.subscribe(wake);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [records, found]);
  return seen;
};

/** Milliseconds between two frames; slices between two looks at the list. */
const [slice, eachTime] = [8, 20];
