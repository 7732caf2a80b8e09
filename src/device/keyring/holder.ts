import { unwrap, wrap } from "./box.ts";
import { stringOf } from "./byte-string.ts";
import { type Derivation, freshDerivation } from "./derivation.ts";
import type { Passkey } from "./passkey.ts";
import { keyFromPassphrase } from "./passphrase-key.ts";
import { noTries, type Tries } from "./tries.ts";

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
  readonly passkey?: Passkey;
  /** The key of each database, and of `device` for what is this phone's only, sealed by the person's own key. */
  readonly keys: Readonly<Record<string, string>>;
  readonly tries: Tries;
};

export const randomString = (length: number): string => stringOf(crypto.getRandomValues(new Uint8Array(length)));

/** A person with keys of their own, and the key that opens them. */
export const newHolder = async (
  account: string,
  passphrase: string,
): Promise<{ readonly holder: Holder; readonly own: CryptoKey }> => {
  const id = newId();
  const derivation = freshDerivation(randomString(16));
  const by = await keyFromPassphrase(passphrase, derivation);
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...ownUses]);
  const byPassphrase = await wrap(by, ownPlace(id), made);
  return {
    holder: { id, mark: await markOf(account), derivation, byPassphrase, keys: {}, tries: noTries },
    own: await unwrap(by, ownPlace(id), byPassphrase, ownUses),
  };
};

export const ownUses = ["wrapKey", "unwrapKey"] as const;
export const ownPlace = (holder: string): string => `own key of ${holder}`;

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join("");

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

const markOf = async (name: string, salt = randomString(16)): Promise<Holder["mark"]> => {
  const bytes = new TextEncoder().encode(salt + name);
  return { salt, hash: stringOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) };
};

export const isNamed = async ({ mark }: Holder, name: string): Promise<boolean> =>
  (await markOf(name, mark.salt)).hash === mark.hash;
