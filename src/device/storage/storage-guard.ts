import { isStorageFull } from "./is-storage-full.ts";
import { tryAgain } from "./retry.ts";
import type { Ballast } from "./storage-reserve.ts";

/**
 * Room on the phone. `navigator.storage.estimate` does not tell how much is left, so the first refusal does: from then on nothing
 * is received until the ballast and as much again would fit, and what somebody saves may use its place.
 */
export type Room = {
  /** Lays the ballast, once everything is calm. */
  prepare(): Promise<void>;
  /** Whether what others wrote may be taken over. Saving goes before receiving. */
  isLeft(): Promise<boolean>;
  /** Sync found none: receiving stops. Where not even a mark can be written any more, the ballast goes. */
  ranOut(): Promise<void>;
  /** Writes; where the phone is full, gives the ballast up and writes again. The write must be one that may be done twice. */
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
      if (!isFull) return true;
      const laid = await ballast.lay();
      const isBack = laid !== false && (await ballast.fits());
      if (isBack) setFull(false);
      else if (laid === "laid") await ballast.free();
      return isBack;
    },
    ranOut: async () => {
      if (isFull) await ballast.free();
      setFull(true);
    },
    save: async (write) => {
      try {
        return await write();
      } catch (error) {
        if (!isStorageFull(error)) throw error;
        setFull(true);
        await ballast.free(); // or another save has just done it
        return tryAgain(write, isStorageFull);
      }
    },
  };
};
