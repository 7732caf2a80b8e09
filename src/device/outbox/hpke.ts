/**
 * Sealing to a public key: HPKE in base mode, one message each (RFC 9180) of X25519, HKDF-SHA256 and AES-GCM, all by WebCrypto. The
 * phone seals, the server opens; nobody on the phone can open what was sealed.
 */
export type Sealing = { readonly enc: Bytes; readonly ciphertext: Bytes };
export type Bytes = Uint8Array<ArrayBuffer>;
/** A CryptoKey, which the browser and Node declare each in their own way. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Bytes of an AES-GCM key: 32 is AES-256, which is ours; 16 is in the published vectors. */
export type KeyLength = 16 | 32;

export const sealTo = async (publicKey: Bytes, info: Bytes, aad: Bytes, plaintext: Bytes): Promise<Sealing> => {
  const ephemeral = (await crypto.subtle.generateKey("X25519", false, ["deriveBits"])) as {
    readonly privateKey: Key;
    readonly publicKey: Key;
  };
  const enc = new Uint8Array(await crypto.subtle.exportKey("raw", ephemeral.publicKey));
  const { key, iv } = await schedule(await shared(ephemeral.privateKey, publicKey, enc, publicKey), info, 32);
  const parameters = { name: "AES-GCM", iv, additionalData: aad };
  return { enc, ciphertext: new Uint8Array(await crypto.subtle.encrypt(parameters, key, plaintext)) };
};

/** Rejects what was changed by a bit, or sealed to another key or for another place. */
export const openSealed = async (
  recipient: { readonly privateKey: Key; readonly publicKey: Bytes },
  { enc, ciphertext }: Sealing,
  info: Bytes,
  aad: Bytes,
  length: KeyLength = 32,
): Promise<Bytes> => {
  const secret = await shared(recipient.privateKey, enc, enc, recipient.publicKey);
  const { key, iv } = await schedule(secret, info, length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: aad }, key, ciphertext));
};

const kem = bytes("KEM", [0x00, 0x20]);
const suite = (length: KeyLength) => bytes("HPKE", [0x00, 0x20, 0x00, 0x01, 0x00, length === 16 ? 1 : 2]);
const none = new Uint8Array();
/** A salt of zeros is no salt (RFC 5869). */
const noSalt = new Uint8Array(32);

/** Section 4.1: Encap and Decap end the same way. */
const shared = async (own: Key, theirs: Bytes, enc: Bytes, recipient: Bytes): Promise<Bytes> => {
  const publicKey = await crypto.subtle.importKey("raw", theirs, "X25519", false, []);
  const dh = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: publicKey }, own, 256));
  return derive(noSalt, labeled(kem, "eae_prk", dh), expanded(kem, 32, "shared_secret", bytes(enc, recipient)), 32);
};

/** Section 5.1, for base mode and the first message of a context. */
const schedule = async (secret: Bytes, info: Bytes, length: KeyLength): Promise<{ key: Key; iv: Bytes }> => {
  const id = suite(length);
  const context = await contextOf(info, length);
  const material = labeled(id, "secret", none);
  const [key, iv] = await Promise.all([
    derive(secret, material, expanded(id, length, "key", context), length),
    derive(secret, material, expanded(id, 12, "base_nonce", context), 12),
  ]);
  return { key: await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]), iv };
};

/** Says what the message is for. It hangs on nothing else, and there are few purposes: made once for each. */
const contextOf = (info: Bytes, length: KeyLength): Promise<Bytes> => {
  const purpose = `${length} ${info.join()}`;
  const made = contexts.get(purpose) ?? newContext(info, length);
  contexts.set(purpose, made);
  return made;
};
const contexts = new Map<string, Promise<Bytes>>();

const newContext = async (info: Bytes, length: KeyLength): Promise<Bytes> => {
  const id = suite(length);
  const hashes = [labeled(id, "psk_id_hash", none), labeled(id, "info_hash", info)];
  return bytes([0], ...(await Promise.all(hashes.map(extract))));
};

/** Section 4: what LabeledExtract extracts from, and what LabeledExpand expands by. */
const labeled = (id: Bytes, label: string, value: Bytes): Bytes => bytes("HPKE-v1", id, label, value);
const expanded = (id: Bytes, length: number, label: string, info: Bytes): Bytes =>
  bytes([0, length], labeled(id, label, info));

/** HKDF's two steps at once, `length` bytes. */
const derive = async (salt: Bytes, from: Bytes, info: Bytes, length: number): Promise<Bytes> => {
  const material = await crypto.subtle.importKey("raw", from, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, material, 8 * length),
  );
};

/** HKDF's first step alone, without a salt. */
const extract = async (from: Bytes): Promise<Bytes> => {
  const key = await crypto.subtle.importKey("raw", noSalt, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, from));
};

function bytes(...parts: readonly (string | ArrayLike<number>)[]): Bytes {
  const pieces = parts.map((part) =>
    typeof part === "string" ? new TextEncoder().encode(part) : Uint8Array.from(part),
  );
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
