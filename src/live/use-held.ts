import { useReducer, useRef } from "react";

export type Held<T> = {
  /** Those that were there when the screen was opened, as they are now. */
  readonly shown: readonly T[];
  /** How many have come since then. */
  readonly later: number;
  readonly showLater: () => void;
};

/**
 * A list that does not move under a finger: what other phones add waits as a number until somebody asks for it. Where nothing was there, and
 * while it is not held (records come for the first time), everything is shown as it comes.
 */
export const useHeld = <T>(items: readonly T[], idOf: (item: T) => string, isHeld: boolean): Held<T> => {
  const known = useRef<ReadonlySet<string>>(nobody);
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  if (!isHeld || known.current.size === 0) known.current = new Set(items.map(idOf));
  const shown = items.filter((item) => known.current.has(idOf(item)));
  const showLater = () => {
    known.current = nobody;
    drawAgain();
  };
  return { shown, later: items.length - shown.length, showLater };
};

const nobody: ReadonlySet<string> = new Set();
