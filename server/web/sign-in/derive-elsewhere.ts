import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Derive } from "../../accounts/accounts.ts";

/** More passphrases wait than the server will derive soon: come again later. */
export class TooBusy extends Error {}

export type DerivingThread = { readonly derive: Derive; readonly close: () => Promise<void> };

/** Each takes a quarter of a second and 64 MiB. */
const mostWaiting = 40;

/**
 * Derives in a thread of its own, one after the other, so that guesses in plain words hold nobody up. The thread begins with the first one. It
 * runs this text rather than a file, for the server is bundled in production and is not in tests.
 */
export const openDerivingThread = (most = mostWaiting): DerivingThread => {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, { done: (hash: Uint8Array) => void; failed: (error: Error) => void }>();

  const begin = (): Worker => {
    const argon2 = createRequire(import.meta.url).resolve("hash-wasm");
    const begun = new Worker(script, { eval: true, workerData: { argon2 } });
    begun.unref();
    begun.on("message", ({ id, hash, error }: { id: number; hash?: Uint8Array; error?: string }) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (hash) asked?.done(hash);
      else asked?.failed(new Error(error));
    });
    begun.on("error", (error: Error) => {
      if (worker === begun) worker = undefined;
      for (const { failed } of waiting.values()) failed(error);
      waiting.clear();
    });
    return begun;
  };

  return {
    derive: (passphrase, derivation) => {
      if (waiting.size >= most) return Promise.reject(new TooBusy());
      worker ??= begin();
      last += 1;
      const id = last;
      worker.postMessage({ id, passphrase: passphrase.normalize("NFKC"), derivation });
      return new Promise((done, failed) => waiting.set(id, { done, failed }));
    },
    close: async () => {
      await worker?.terminate();
      for (const { failed } of waiting.values()) failed(new TooBusy());
      waiting.clear();
    },
  };
};

const script = `
const { parentPort, workerData } = require("node:worker_threads");
const { argon2id } = require(workerData.argon2);
let before = Promise.resolve();
const derive = async ({ id, passphrase, derivation }) => {
  const { salt, memory, passes, lanes } = derivation;
  try {
    const hash = await argon2id({
      password: passphrase,
      salt: Buffer.from(salt, "latin1"),
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: "binary",
    });
    parentPort.postMessage({ id, hash });
  } catch (error) {
    parentPort.postMessage({ id, error: error.name });
  }
};
parentPort.on("message", (asked) => {
  before = before.then(() => derive(asked));
});`;
