import { trustedScript } from "../trusted-script.ts";
import type { argon2 } from "./argon2.ts";
import type { Derived } from "./argon2-worker.ts";
import worker from "./argon2-worker.ts?worker&url";

/** One that has begun before it is needed: a tenth of a second less between the tap and the open phone. */
let ready: Worker | undefined;

const begin = (): Worker => {
  const begun = new Worker(trustedScript(worker), { type: "module" });
  // What could not be fetched is fetched anew when it is needed.
  begun.onerror = () => {
    ready = undefined;
  };
  return begun;
};

/**
 * Stands for `load-argon2.ts` in the built app (`vite.config.ts`): a key takes a second of a cheap phone, in which the page answers. Each key has a
 * worker of its own, which ends with it: with the passphrase, and with 64 MiB of memory.
 */
export const loadArgon2 = async (): Promise<{ readonly argon2: typeof argon2 }> => {
  ready ??= begin();
  return {
    argon2: async (passphrase, how) => {
      const deriving = ready ?? begin();
      ready = undefined;
      try {
        return await new Promise<Uint8Array>((resolve, reject) => {
          const fail = () => reject(new Error("a key could not be derived"));
          deriving.onmessage = ({ data }: MessageEvent<Derived>) => (data ? resolve(data) : fail());
          deriving.onerror = fail;
          deriving.onmessageerror = fail;
          deriving.postMessage({ passphrase, how });
        });
      } finally {
        deriving.terminate();
      }
    },
  };
};
