import { argon2 } from "./argon2.ts";
import type { Derivation } from "./derivation-settings.ts";

/** What a page sends to the worker that is built of this file: one question, one answer. */
export type Question = { readonly passphrase: string; readonly how: Derivation };

/** Nothing where it could not be derived: what a promise rejects with in a worker reaches no page. */
export type Derived = Uint8Array | undefined;

addEventListener("message", ({ data: { passphrase, how } }: MessageEvent<Question>) => {
  argon2(passphrase, how).then(
    (secret) => postMessage(secret satisfies Derived),
    () => postMessage(undefined satisfies Derived),
  );
});
