import { unwrap, wrap } from "./aes-gcm.ts";
import { freshDerivation } from "./derivation-settings.ts";
import { type Holder, markOf, ownPlace, ownUses, type ResetBox, randomString } from "./holder.ts";
import { keyFromPassphrase } from "./passphrase-key.ts";
import { randomDigits } from "./random-digits.ts";
import { randomLetters } from "./random-letters.ts";
import { noAttempts } from "./unlock-attempts.ts";

/** A person with keys of their own, and the key that opens them. */
export const newHolder = async (
  account: string,
  passphrase: string,
): Promise<{ readonly holder: Holder; readonly own: CryptoKey; readonly resetCode: string }> => {
  const id = randomLetters(16);
  const derivation = freshDerivation(randomString(16));
  const by = await keyFromPassphrase(passphrase, derivation);
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...ownUses]);
  const [byPassphrase, reset] = await Promise.all([wrap(by, ownPlace(id), made), withResetCode(id, made)]);
  const mark = await markOf(account);
  return {
    holder: { id, mark, derivation, byPassphrase, reset: reset.sealed, keys: {}, tries: noAttempts },
    own: await unwrap(by, ownPlace(id), byPassphrase, ownUses),
    resetCode: reset.code,
  };
};

/** A new code, and the person's own key sealed by it: 16 digits, 53 bits, of which a guess costs what one of a passphrase costs. */
export const withResetCode = async (
  id: string,
  own: CryptoKey,
): Promise<{ readonly code: string; readonly sealed: ResetBox }> => {
  const code = randomDigits(16);
  const derivation = freshDerivation(randomString(16));
  const by = await keyFromPassphrase(code, derivation, "reset code");
  return { code, sealed: { derivation, box: await wrap(by, ownPlace(id), own) } };
};
