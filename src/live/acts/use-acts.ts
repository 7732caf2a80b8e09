import { useCallback } from "react";
import { useStore } from "zustand";
import { useLiveContext } from "../live-context.tsx";
import type { Acts, DoneAct } from "./acts.ts";
import { beginAct, type RunningAct } from "./begin-act.ts";

/** An act of a screen: what goes through it is taken back as a whole once `done` has said what it was. */
export type ScreenAct = RunningAct & { readonly done: (said: string) => void };

/** Begins an act with each call. */
export const useActing = (): (() => ScreenAct) => {
  const { records, writer, acts } = useLiveContext();
  return useCallback(() => {
    const act = beginAct({ records, writer });
    return { ...act, done: (said) => acts.getState().note({ said, takeBack: act.takeBack }) };
  }, [records, writer, acts]);
};

/** Notes what a screen did, and takes back by itself, among the recent acts. */
export const useNoteAct = (): Acts["note"] => useLiveContext().acts.getState().note;

/** What was done on this phone, the newest first. */
export const useDoneActs = (): readonly DoneAct[] => useStore(useLiveContext().acts, ({ done }) => done);
