import { argon2 } from "./argon2.ts";
import type { Derivation } from "./derivation-settings.ts";

/** What a page sends to the worker that is built of this file: one question, one answer. */
export type Question = { readonly passphrase: string; readonly how: Derivation };

addEventListener("message", async ({ data: { passphrase, how } }: MessageEvent<Question>) => {
  postMessage(await argon2(passphrase, how));
});
