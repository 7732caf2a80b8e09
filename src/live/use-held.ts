import { useReducer, useRef } from "react";

export type Held<T> = {
  /** Those that were there when the screen was opened, as they are now. */
  readonly shown: readonly T[];
  /** How many have come since then. */
  readonly later: number;
  readonly showLater: () => void;
};

/**
 * A list that does not move under a finger: what other phones add waits as a number until the reader asks for it. While it is not held (records
 * come for the first time), and where none of the known ones is left, everything is shown as it comes.
 */
export const useHeld = <T>(items: readonly T[], idOf: (item: T) => string, isHeld: boolean): Held<T> => {
  const known = useRef<ReadonlySet<string>>(none);
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const shown = isHeld ? stillShown(items, idOf, known.current) : items;
  if (shown === items) known.current = new Set(items.map(idOf));
  const showLater = () => {
    known.current = none;
    drawAgain();
  };
  return { shown, later: items.length - shown.length, showLater };
};

/** Those of `items` that are known; all of them, as they came, where none of the known ones is left. */
export const stillShown = <T>(
  items: readonly T[],
  idOf: (item: T) => string,
  known: ReadonlySet<string>,
): readonly T[] => {
  const kept = items.filter((item) => known.has(idOf(item)));
  return kept.length === 0 || kept.length === items.length ? items : kept;
};

const none: ReadonlySet<string> = new Set();
