import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Derive } from "../../accounts/accounts.ts";
import type { Asked, Derived } from "./deriving-thread.ts";

/** More passphrases wait than the server will derive soon: come again later. */
export class TooBusy extends Error {}

export type DerivingThread = { readonly derive: Derive; readonly close: () => Promise<void> };

/** Each takes a quarter of a second and 64 MiB. */
const mostWaiting = 40;
const builtThread = new URL("./deriving-thread.js", import.meta.url);

/**
 * Derives in a thread of its own, one after the other, so that guesses in plain words delay no other request; rejects with `TooBusy` where more than
 * `most` wait. The thread begins with the first one. Undefined where it was not built: tests run the sources.
 */
export const openDerivingThread = (file = builtThread, most = mostWaiting): DerivingThread | undefined => {
  if (!existsSync(file)) return undefined;
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, { done: (hash: Uint8Array) => void; failed: (error: Error) => void }>();
  const failAll = (error: Error) => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };

  const begin = (): Worker => {
    const begun = new Worker(file);
    begun.unref();
    begun.on("message", ({ id, hash }: Derived) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (hash) asked?.done(hash);
      else asked?.failed(new Error("not derived"));
    });
    begun.on("error", (error: Error) => {
      worker = undefined;
      failAll(error);
    });
    return begun;
  };

  return {
    derive: (passphrase, derivation) => {
      if (waiting.size >= most) return Promise.reject(new TooBusy());
      worker ??= begin();
      last += 1;
      const id = last;
      worker.postMessage({ id, passphrase, derivation } satisfies Asked);
      return new Promise((done, failed) => waiting.set(id, { done, failed }));
    },
    close: async () => {
      await worker?.terminate();
      failAll(new TooBusy());
    },
  };
};
