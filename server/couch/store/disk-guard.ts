import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** Tells whether the disk is about to be full. */
export type DiskGuard = { readonly isFull: () => boolean };

const LOOK_MS = 10_000;
const FREE_SHARE = 0.05;
/** On a large disk five percent is a lot: this much is always enough to go on. */
const FREE_BYTES = 1024 ** 3;

/** Looks now and then, never waiting for the answer: a write is not held up by it. */
export const openDiskGuard = (file: string, now: () => number = Date.now): DiskGuard => {
  let full = false;
  let looked = Number.NEGATIVE_INFINITY;
  const look = async (): Promise<void> => {
    const { bavail, blocks, bsize } = await statfs(dirname(file));
    full = bavail < blocks * FREE_SHARE && bavail * bsize < FREE_BYTES;
  };
  return {
    isFull: () => {
      if (file !== ":memory:" && now() - looked > LOOK_MS) {
        looked = now();
        look().catch(() => undefined);
      }
      return full;
    },
  };
};
