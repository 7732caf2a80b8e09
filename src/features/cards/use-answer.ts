import { useMemo, useState } from "react";
import { type HeldNumber, holdersOf } from "../../live/cards/card-holders.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useLive } from "../../live/use-live.ts";
import { type Signal, signal } from "../../ui/feedback/signal.ts";

/** Whose number was read last, as it is known now; and how it was told aloud. */
export const useAnswer = (sites: readonly string[]) => {
  const { records } = useLiveContext();
  const [number, setNumber] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sites may come in another list
  const searched = useMemo(() => sites, [sites.join()]);
  const held = useLive(holdersOf, searched, number ?? "");
  const ask = (asked: string) => {
    setNumber(asked);
    signal(signalOf(holdersOf(records, searched, asked)));
  };
  return { number, held, ask, close: () => setNumber(undefined) };
};

/** A sound that says "let them in" is given for one record alone that is in use and whose card nobody misses. */
export const signalOf = (held: readonly HeldNumber[]): Signal => {
  if (held.some(({ isLost, isGone }) => isLost || isGone)) return "stop";
  return held.length === 1 ? "good" : "ask";
};
