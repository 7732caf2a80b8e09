import { byteStringOf, bytesOf } from "./byte-string.ts";

/**
 * AES-256-GCM (NIST SP 800-38D) by WebCrypto. A box is `version · 12 random bytes · ciphertext and 16 bytes of tag`, as a string of
 * bytes, which IndexedDB keeps one to one. It opens with its key, at the place it was sealed for, and nowhere else.
 */
export const seal = async (key: CryptoKey, place: string, text: string): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.encrypt(parameters(iv, place), key, encoder.encode(text));
  return version + byteStringOf(iv) + byteStringOf(new Uint8Array(sealed));
};

/** Rejects what was changed by a single bit, moved to another place, or sealed with another key. */
export const open = async (key: CryptoKey, place: string, box: string): Promise<string> => {
  const [iv, sealed] = partsOf(box);
  return decoder.decode(await crypto.subtle.decrypt(parameters(iv, place), key, sealed));
};

/** Seals a key so that it never stands in the memory of a script. */
export const wrap = async (by: CryptoKey, place: string, key: CryptoKey): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.wrapKey("raw", key, by, parameters(iv, place));
  return version + byteStringOf(iv) + byteStringOf(new Uint8Array(sealed));
};

/**
 * The key for `usages`. A script cannot read it out of the browser, unless it is `toBeWrapped` once more. Rejects as `open` does.
 */
export const unwrap = (
  by: CryptoKey,
  place: string,
  box: string,
  usages: readonly KeyUsage[],
  toBeWrapped = false,
): Promise<CryptoKey> => {
  const [iv, sealed] = partsOf(box);
  return crypto.subtle.unwrapKey("raw", sealed, by, parameters(iv, place), "AES-GCM", toBeWrapped, [...usages]);
};

const version = "\u0001";
const ivLength = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

const parameters = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: encoder.encode(`prystan ${place}`),
});

const partsOf = (box: string): readonly [iv: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>] => {
  if (box[0] !== version) throw new DOMException("not a box of this version", "DataError");
  const bytes = bytesOf(box);
  return [bytes.subarray(1, 1 + ivLength), bytes.subarray(1 + ivLength)];
};
