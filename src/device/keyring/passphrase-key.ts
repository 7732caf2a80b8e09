import type { Derivation } from "./derivation-settings.ts";
import { loadArgon2 } from "./load-argon2.ts";

/** Argon2id, then HKDF: a key that opens other keys and nothing else. */
export const keyFromPassphrase = async (
  passphrase: string,
  how: Derivation,
  by: Opener = "passphrase",
): Promise<CryptoKey> => {
  const { argon2 } = await loadArgon2();
  return openerFrom(await argon2(passphrase, how), by);
};

type Opener = "passphrase" | "passkey" | "reset code";

/** A key out of secret bytes. Source: RFC 5869. */
export const openerFrom = async (secret: Uint8Array | ArrayBuffer, by: Opener): Promise<CryptoKey> => {
  const material = await crypto.subtle.importKey("raw", Uint8Array.from(new Uint8Array(secret)), "HKDF", false, [
    "deriveKey",
  ]);
  const info = new TextEncoder().encode(`prystan keyring ${by} 1`);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
};
