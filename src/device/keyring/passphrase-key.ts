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

/** Fetches what derives keys: not needed to show the lock. */
export const derivation = () => import("./argon2.ts");

/** Argon2id, then HKDF: a key that opens other keys and nothing else. */
export const keyFromPassphrase = async (passphrase: string, how: Derivation): Promise<CryptoKey> => {
  const { argon2 } = await derivation();
  return openerFrom(await argon2(passphrase, how), "passphrase");
};

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
