import { createContext, type ReactNode, use } from "react";
import type { StoreApi } from "zustand";
import type { Author } from "../domain/merge/next-version.ts";
import type { Writer } from "../store/writer.ts";
import type { Acts } from "./acts/acts.ts";
import type { TakeNumbers } from "./cards/numbering-writer.ts";
import type { PeopleIndex } from "./intake/people-index.ts";
import type { Records } from "./records.ts";
import type { SealNote } from "./walls/seal-notes.ts";

/** What screens read from and write through, while somebody is signed in. */
export type Live = {
  readonly records: Records;
  readonly people: PeopleIndex;
  readonly writer: Writer;
  /** Seals what nobody on this phone may read any more. */
  readonly sealNote: SealNote;
  /** Who writes now, by the device's clock. */
  readonly author: () => Author;
  /** A new sortable random key; made when a form opens. */
  readonly newId: <K extends string>(prefix: K) => `${K}:${string}`;
  /** Registration numbers of this phone, each given once. */
  readonly takeNumbers: TakeNumbers;
  /** What was done on this phone and can be taken back. */
  readonly acts: StoreApi<Acts>;
  /** A round of sync now. */
  readonly wake: () => void;
  /** The databases this account may open now. */
  readonly databases: readonly string[];
  readonly roles: readonly string[];
};

const LiveContext = createContext<Live | undefined>(undefined);

export const LiveProvider = ({ live, children }: { readonly live: Live; readonly children: ReactNode }) => (
  <LiveContext value={live}>{children}</LiveContext>
);

export const useLiveContext = (): Live => {
  const live = use(LiveContext);
  if (!live) throw new Error("useLive is used outside of LiveProvider");
  return live;
};
