// The thread of `derive-elsewhere.ts`: built as a file of its own.
import { parentPort } from "node:worker_threads";
import { deriveHere } from "../../../src/device/keyring/server-password.ts";

type Derivation = Parameters<typeof deriveHere>[1];
export type Asked = { readonly id: number; readonly passphrase: string; readonly derivation: Derivation };
/** Without a hash where it failed. */
export type Derived = { readonly id: number; readonly hash?: Uint8Array };

const answer = async ({ id, passphrase, derivation }: Asked): Promise<Derived> => {
  try {
    return { id, hash: await deriveHere(passphrase, derivation) };
  } catch {
    return { id };
  }
};

let before = Promise.resolve();
parentPort?.on("message", (asked: Asked) => {
  before = before.then(async () => parentPort?.postMessage(await answer(asked)));
});
