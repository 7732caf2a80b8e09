import { createContext, useContext, useState } from "react";
import { entryHere } from "./history-entry.ts";
import { useNavigation } from "./navigation.tsx";

/** The entry of a list that stays where it is while the pages beside it have entries of their own. */
export const KeptUnder = createContext<number | string | undefined>(undefined);

/**
 * A value of a page (what was searched, which part was unfolded) that is there again when one comes back to it, and not when one goes there anew.
 * `name` is unique on the page.
 */
export const useKept = <T>(name: string, initial: T): readonly [T, (value: T) => void] => {
  const { kept } = useNavigation();
  const under = useContext(KeptUnder);
  const [key] = useState(() => `${under ?? entryHere().entry ?? location.pathname} ${name}`);
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const keep = (next: T) => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
};
