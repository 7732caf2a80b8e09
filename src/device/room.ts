import type { Ballast } from "./ballast.ts";
import { isStorageFull } from "./storage-full.ts";

/**
 * Room on the phone. `navigator.storage.estimate` does not tell how much is left, so the first refusal does: from then on nothing
 * is received until the ballast could be laid again, and what somebody saves may use its place.
 */
export type Room = {
  /** Lays the ballast, once everything is calm. */
  prepare(): Promise<void>;
  /** Whether what others wrote may be taken over. Saving goes before receiving. */
  isLeft(): Promise<boolean>;
  /** There was none for what had been received. */
  ranOut(): void;
  /** Writes; where the phone is full, gives the ballast up and writes again. */
  save<T>(write: () => Promise<T>): Promise<T>;
};

export const openRoom = (ballast: Ballast, onFull: (isFull: boolean) => void): Room => {
  let isFull = false;
  const setFull = (full: boolean) => {
    if (full !== isFull) onFull(full);
    isFull = full;
  };
  return {
    prepare: async () => {
      if (!isFull) await ballast.lay();
    },
    isLeft: async () => {
      if (isFull && (await ballast.lay())) setFull(false);
      return !isFull;
    },
    ranOut: () => setFull(true),
    save: async (write) => {
      try {
        return await write();
      } catch (error) {
        if (!isStorageFull(error)) throw error;
        setFull(true);
        if (!(await ballast.free())) throw error;
        return write();
      }
    },
  };
};
