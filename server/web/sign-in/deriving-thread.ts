// The thread of `derive-elsewhere.ts`: built as a file of its own.
import { parentPort } from "node:worker_threads";
import { argon2 } from "../../../src/device/keyring/argon2.ts";
import type { Derivation } from "../../../src/device/keyring/derivation-settings.ts";

export type Asked = { readonly id: number; readonly passphrase: string; readonly derivation: Derivation };
/** Without a hash where it failed. */
export type Derived = { readonly id: number; readonly hash?: Uint8Array };

const answer = async ({ id, passphrase, derivation }: Asked): Promise<Derived> => {
  try {
    return { id, hash: await argon2(passphrase, derivation) };
  } catch {
    return { id };
  }
};

let before = Promise.resolve();
parentPort?.on("message", (asked: Asked) => {
  before = before.then(async () => parentPort?.postMessage(await answer(asked)));
});
