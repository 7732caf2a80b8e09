import { unwrap, wrap } from "./aes-gcm.ts";
import type { Derivation } from "./derivation-settings.ts";
import { ownUses, randomString } from "./holder.ts";
import { keyFromPassphrase } from "./passphrase-key.ts";

/** Answers whether these digits are the PIN. */
export type CheckPin = (digits: string) => Promise<boolean>;

/**
 * A PIN that this page recognises and that cannot be read out of it: the memory holds a salt, and a box that only a key derived from the digits opens. The
 * box holds nothing; it is never stored.
 */
export const keepPin = async (digits: string): Promise<CheckPin> => {
  const how = pinDerivation(randomString(16));
  const nothing = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...ownUses]);
  const box = await wrap(await keyFromPassphrase(digits, how), place, nothing);
  return async (typed) => {
    const key = await keyFromPassphrase(typed, how);
    return unwrap(key, place, box, ownUses).then(isRight, isWrong);
  };
};

const isRight = () => true;
const isWrong = () => false;
const place = "PIN";

/** A quarter of a second on a slow phone, whose memory is full of records. Source: OWASP Password Storage, second choice for Argon2id. */
const pinDerivation = (salt: string): Derivation => ({ version: 1, memory: 19_456, passes: 2, lanes: 1, salt });
