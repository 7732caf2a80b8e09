import type { argon2 } from "./argon2.ts";
import { base64url, byteStringOf } from "./byte-string.ts";
import { freshDerivation } from "./derivation-settings.ts";
import { loadArgon2 } from "./load-argon2.ts";

/**
 * What an account says to the server in place of its passphrase: `p1.` and 32 bytes in base64url. Argon2id with a salt of the name's,
 * then HKDF, both other than those of the phone's keyring: what the server knows opens no phone. Sources: RFC 9106, RFC 5869.
 */
export const serverPassword = async (account: string, passphrase: string, derive = deriveHere): Promise<string> => {
  const salt = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(`${purpose} of ${account}`))).subarray(0, 16);
  const secret = await derive(passphrase, freshDerivation(byteStringOf(salt)));
  const material = await crypto.subtle.importKey("raw", Uint8Array.from(secret), "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: utf8(purpose) };
  const bits = await crypto.subtle.deriveBits(how, material, 256);
  return `p1.${base64url(new Uint8Array(bits))}`;
};

/** Argon2id in this thread; a server does it in another. */
export const deriveHere: Argon2 = async (...derivation) => (await loadArgon2()).argon2(...derivation);

export const isServerPassword = (text: string): boolean => /^p1\.[\w-]{43}$/.test(text);

type Argon2 = typeof argon2;

const purpose = "prystan server password 1";
const utf8 = (text: string) => new TextEncoder().encode(text);
