import { isStorageFull } from "./is-storage-full.ts";
import { retry } from "./retry.ts";
import type { StorageReserve } from "./storage-reserve.ts";

/**
 * Room on the phone. `navigator.storage.estimate` does not tell how much is left, so the first refusal does: from then on nothing
 * is received until the ballast and as much again would fit, and what is saved here may use its place.
 */
export type StorageGuard = {
  /** Lays the ballast, once everything is calm. */
  prepare(): Promise<void>;
  /** Whether what others wrote may be taken over. Saving goes before receiving. */
  hasSpace(): Promise<boolean>;
  /** Sync found none: receiving stops. Where not even a mark can be written any more, the ballast goes. */
  reportFull(): Promise<void>;
  /** Writes; where the phone is full, gives the ballast up and writes again. The write must be one that may be done twice. */
  save<T>(write: () => Promise<T>): Promise<T>;
};

export const openStorageGuard = (reserve: StorageReserve, onFull: (isFull: boolean) => void): StorageGuard => {
  let isFull = false;
  const setFull = (full: boolean) => {
    if (full !== isFull) onFull(full);
    isFull = full;
  };
  return {
    prepare: async () => {
      if (!isFull) await reserve.allocate();
    },
    hasSpace: async () => {
      if (!isFull) return true;
      const allocated = await reserve.allocate();
      const isBack = allocated !== false && (await reserve.fits());
      if (isBack) setFull(false);
      else if (allocated === "laid") await reserve.release();
      return isBack;
    },
    reportFull: async () => {
      if (isFull) await reserve.release();
      setFull(true);
    },
    save: async (write) => {
      try {
        return await write();
      } catch (error) {
        if (!isStorageFull(error)) throw error;
        setFull(true);
        await reserve.release(); // or another save has just done it
        return retry(write, isStorageFull);
      }
    },
  };
};
