import { byteStringOf } from "./byte-string.ts";
import type { Derivation } from "./derivation-settings.ts";
import type { Passkey } from "./passkey.ts";
import type { UnlockAttempts } from "./unlock-attempts.ts";

/** One person of this phone, as the keyring keeps them: without a name, and with every key sealed by another one. */
export type Holder = {
  /** 16 random letters; names everything of this person on this phone. */
  readonly id: string;
  /** Whether an account's name is this person's: SHA-256 of 16 random bytes and the name. Hides it from a glance, not from guessing. */
  readonly mark: { readonly salt: string; readonly hash: string };
  /** Whose work is on the screen after a start: the newest of those who did not sign out. */
  readonly lastAt?: number;
  readonly derivation: Derivation;
  /** The person's own key, sealed by the passphrase. It seals `keys`, so a new passphrase seals nothing else anew. */
  readonly byPassphrase: string;
  /** The same, sealed by the code that the account's lead has. */
  readonly reset?: ResetBox;
  /** The same as an older app made it, whose codes were too long to be guessed and not derived. */
  readonly byReset?: string;
  /** Wrong codes since the last that was right. */
  readonly resetTries?: number;
  readonly passkey?: Passkey;
  /** The key of each database, sealed by the person's own key, under an entry that says nothing of which (`names-on-disk.ts`). */
  readonly keys: Readonly<Record<string, string>>;
  readonly tries: UnlockAttempts;
};

export type ResetBox = { readonly derivation: Derivation; readonly box: string };

export const randomString = (length: number): string => byteStringOf(crypto.getRandomValues(new Uint8Array(length)));

export const ownUses = ["wrapKey", "unwrapKey"] as const;
export const ownPlace = (holder: string): string => `own key of ${holder}`;

export const markOf = async (name: string, salt = randomString(16)): Promise<Holder["mark"]> => {
  const bytes = new TextEncoder().encode(salt + name);
  return { salt, hash: byteStringOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) };
};

export const isNamed = async ({ mark }: Holder, name: string): Promise<boolean> =>
  (await markOf(name, mark.salt)).hash === mark.hash;
