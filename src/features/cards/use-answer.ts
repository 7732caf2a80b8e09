import { useMemo, useState } from "react";
import { type HeldNumber, holdersOf, mayNotLeave } from "../../live/cards/card-holders.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { type Signal, signal } from "../../ui/feedback/signal.ts";

/** Whose number was read last, as it is known now; and how it was told aloud. */
export const useAnswer = (sites: readonly string[]) => {
  const { records } = useLiveContext();
  const today = useToday();
  const [number, setNumber] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sites may come in another list
  const searched = useMemo(() => sites, [sites.join()]);
  const held = useLive(holdersOf, searched, number ?? "");
  const ask = (asked: string) => {
    setNumber(asked);
    const found = holdersOf(records, searched, asked);
    const isStopped = found.some(({ holder }) => mayNotLeave(records, holder, today));
    signal(isStopped ? "stop" : signalOf(found));
  };
  return { number, held, ask, close: () => setNumber(undefined) };
};

/** The sound of agreement is given for one record alone that is in use and whose card was not reported lost. */
export const signalOf = (held: readonly HeldNumber[]): Signal => {
  if (held.some(({ isLost, isGone }) => isLost || isGone)) return "stop";
  return held.length === 1 ? "good" : "ask";
};
