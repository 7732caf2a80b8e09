import { argon2id } from "hash-wasm";
import { bytesOf } from "./byte-string.ts";

/** How a key is made of a passphrase: kept with what it opens, so that a later app may ask for more. */
export type Derivation = {
  readonly version: 1;
  /** KiB of memory, passes, lanes. Source: RFC 9106 section 4, second choice. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  /** 16 random bytes. */
  readonly salt: string;
};

export const freshDerivation = (salt: string): Derivation => ({
  version: 1,
  memory: 65_536,
  passes: 3,
  lanes: 1,
  salt,
});

/** Argon2id, then HKDF: a key that opens other keys and nothing else. */
export const keyFromPassphrase = async (passphrase: string, how: Derivation): Promise<CryptoKey> =>
  openerFrom(
    await argon2id({
      password: passphrase.normalize("NFKC"),
      salt: bytesOf(how.salt),
      memorySize: how.memory,
      iterations: how.passes,
      parallelism: how.lanes,
      hashLength: 32,
      outputType: "binary",
    }),
    "passphrase",
  );

/** A key out of 32 secret bytes. Source: RFC 5869. */
export const openerFrom = async (
  secret: Uint8Array | ArrayBuffer,
  by: "passphrase" | "passkey",
): Promise<CryptoKey> => {
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
