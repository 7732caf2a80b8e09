import { byteStringOf, bytesOf } from "./byte-string.ts";

/**
 * AES-256-GCM (NIST SP 800-38D) by WebCrypto. A box is `version · 12 random bytes · ciphertext and 16 bytes of tag`, as a string of
 * bytes, which IndexedDB keeps one to one. It opens with its key, at the place it was sealed for, as the version it says, and nowhere else.
 */
export const seal = async (key: CryptoKey, place: string, text: string): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.encrypt(parameters(iv, place, latest), key, encoder.encode(text));
  return latest + byteStringOf(iv) + byteStringOf(new Uint8Array(sealed));
};

/** Rejects what was changed by a single bit, moved to another place, or sealed with another key. */
export const open = async (key: CryptoKey, place: string, box: string): Promise<string> => {
  const [version, iv, sealed] = partsOf(box);
  return decoder.decode(await crypto.subtle.decrypt(parameters(iv, place, version), key, sealed));
};

/** Seals a key so that it never stands in the memory of a script. */
export const wrap = async (by: CryptoKey, place: string, key: CryptoKey): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.wrapKey("raw", key, by, parameters(iv, place, latest));
  return latest + byteStringOf(iv) + byteStringOf(new Uint8Array(sealed));
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
  const [version, iv, sealed] = partsOf(box);
  const algorithm = usages.includes("sign") ? hmac : "AES-GCM";
  return crypto.subtle.unwrapKey("raw", sealed, by, parameters(iv, place, version), algorithm, toBeWrapped, [
    ...usages,
  ]);
};

/** A key that signs: HMAC (RFC 2104) with SHA-256. */
export const hmac = { name: "HMAC", hash: "SHA-256" } as const;

const first = "\u0001";
const second = "\u0002";
/**
 * What is sealed from the next release on is of the second version. This one opens it and still seals the first: a phone that goes back to the
 * release before must open what it finds, or each passphrase would be a wrong one.
 */
const latest = first;
const ivLength = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** The version is authenticated, too, but for the first, which did not do so: a box that is relabelled does not open. */
const parameters = (iv: Uint8Array<ArrayBuffer>, place: string, version: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: encoder.encode(`prystan ${version === first ? "" : `${version} `}${place}`),
});

type Parts = readonly [version: string, iv: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>];

const partsOf = (box: string): Parts => {
  const version = box.charAt(0);
  if (version !== first && version !== second) throw new DOMException("not a box of a known version", "DataError");
  const bytes = bytesOf(box);
  return [version, bytes.subarray(1, 1 + ivLength), bytes.subarray(1 + ivLength)];
};
