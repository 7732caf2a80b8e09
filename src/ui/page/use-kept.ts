import { useState } from "react";
import { entryHere } from "./history-entry.ts";
import { useNavigation } from "./navigation.tsx";

/**
 * A value of a page (what was searched, which part was unfolded) that is there again when one comes back to it, and not when one goes there anew.
 * `name` is unique on the page.
 */
export const useKept = <T>(name: string, initial: T): readonly [T, (value: T) => void] => {
  const { kept } = useNavigation();
  const [key] = useState(() => `${entryHere().entry ?? location.pathname} ${name}`);
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const keep = (next: T) => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
};
