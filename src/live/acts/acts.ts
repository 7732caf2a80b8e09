import { createStore, type StoreApi } from "zustand";
import type { Later } from "../../domain/acts/built-on.ts";
import type { Person } from "../../domain/model/kinds/person.ts";

/** What came of taking an act back. `asks`: something was done since that rests on it (`later`), or `changed` it; with `isPossible` a part is left. */
export type TakeBackOutcome =
  | { readonly type: "done" }
  | { readonly type: "notSaved" }
  | {
      readonly type: "asks";
      readonly later: readonly Later[];
      /** Children who would be in the house without an adult. */
      readonly alone: readonly Person[];
      readonly hasChanged: boolean;
      readonly isPossible: boolean;
    };

/** `isSure`: the volunteer was told what was done since. */
export type TakeBack = (isSure: boolean) => Promise<TakeBackOutcome>;

export type DoneAct = {
  readonly id: number;
  /** In the words of who did it; with names, so it lives only as long as the page is unlocked. */
  readonly said: string;
  /** Milliseconds since 1970, by this phone's clock. */
  readonly at: number;
  readonly takeBack: TakeBack;
  readonly isTakenBack: boolean;
  /** The screen where it was done offers by itself to take it back. */
  readonly isSaidThere: boolean;
};

export type Acts = {
  /** What was done on this phone since it was unlocked, the newest first. */
  readonly done: readonly DoneAct[];
  note(act: Pick<DoneAct, "said" | "takeBack"> & { readonly isSaidThere?: boolean }): void;
  markTakenBack(id: number): void;
};

/** Milliseconds for which an act can be taken back from the list. */
export const recentFor = 15 * 60_000;
const most = 50;

export const openActs = (now: () => number = Date.now): StoreApi<Acts> =>
  createStore<Acts>()((set) => {
    let last = 0;
    return {
      done: [],
      note: ({ said, takeBack, isSaidThere = false }) => {
        last += 1;
        const act: DoneAct = { id: last, said, at: now(), takeBack, isTakenBack: false, isSaidThere };
        set(({ done }) => ({ done: [act, ...done.filter(({ at }) => now() - at < recentFor)].slice(0, most) }));
      },
      markTakenBack: (id) =>
        set(({ done }) => ({ done: done.map((act) => (act.id === id ? { ...act, isTakenBack: true } : act)) })),
    };
  });
