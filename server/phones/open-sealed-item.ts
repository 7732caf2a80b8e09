import { createPrivateKey, createPublicKey, hkdfSync, webcrypto } from "node:crypto";
import { openSealed } from "../../src/device/outbox/hpke.ts";
import {
  anyDatabase,
  parseItemKey,
  type SealedItem,
  type SealedWrite,
  sealingPurpose,
} from "../../src/domain/exchange/sealed-write.ts";
import {
  boundTo,
  type NoteContent,
  noteKey,
  notePurpose,
  type SealedFor,
} from "../../src/domain/walls/note-content.ts";
import { unpackNote } from "../../src/domain/walls/unpack-note.ts";

/** The public key to which phones seal what belongs into a database, or into `anyDatabase`: 32 bytes in base64. */
export const publicKeyOf = (secret: Buffer, database: string): string =>
  rawPublicKey(secret, database).toString("base64");

/** What was sealed; nothing where it does not open: damaged, forged, or sealed to another installation. */
export const openSealedItem = async (secret: Buffer, { key, box }: SealedItem): Promise<SealedWrite | undefined> => {
  const parsed = parseItemKey(key);
  if (!parsed) return undefined;
  const { device, place } = parsed;
  try {
    const opened = await openBox(secret, place?.database ?? anyDatabase, box, [sealingPurpose, key]);
    const write = JSON.parse(opened) as SealedWrite;
    const isAtPlace = place ? isFor(write, place) : isSomewhere(write);
    return write.device === device && isAtPlace ? write : undefined;
  } catch {
    return undefined;
  }
};

/** The note in a box that was sealed for one person; nothing where it does not open, or holds no note. */
export const openSealedNote = async (secret: Buffer, box: string, to: SealedFor): Promise<NoteContent | undefined> => {
  try {
    return unpackNote(await openBox(secret, noteKey, box, [notePurpose, boundTo(to)]));
  } catch {
    return undefined;
  }
};

/** Rejects what was sealed to another key, for another purpose, or beside something else. */
const openBox = async (
  secret: Buffer,
  sealedFor: string,
  box: string,
  [purpose, beside]: readonly [string, string],
): Promise<string> => {
  const bytes = new Uint8Array(Buffer.from(box, "base64"));
  const recipient = {
    privateKey: await privateKeyOf(secret, sealedFor),
    publicKey: new Uint8Array(rawPublicKey(secret, sealedFor)),
  };
  const sealing = { enc: bytes.slice(0, encLength), ciphertext: bytes.slice(encLength) };
  return new TextDecoder().decode(await openSealed(recipient, sealing, utf8(purpose), utf8(beside)));
};

const isFor = (
  { database, document }: SealedWrite,
  place: { readonly database: string; readonly id: string },
): boolean => database === place.database && document?._id === place.id;

/** Whoever has the public key can seal anything: the name becomes a part of addresses. */
const isSomewhere = ({ database, document }: SealedWrite): boolean =>
  typeof database === "string" && /^[a-z0-9-]+$/.test(database) && typeof document?._id === "string";

const encLength = 32;
/** What stands before the 32 bytes of an X25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b656e04220420", "hex");

const privateBytes = (secret: Buffer, database: string): Buffer =>
  Buffer.concat([pkcs8, Buffer.from(hkdfSync("sha256", secret, "", `outbox key of ${database}`, 32))]);

const privateKeyOf = (secret: Buffer, database: string): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey("pkcs8", privateBytes(secret, database), "X25519", false, ["deriveBits"]);

const rawPublicKey = (secret: Buffer, database: string): Buffer => {
  const own = createPrivateKey({ key: privateBytes(secret, database), format: "der", type: "pkcs8" });
  return Buffer.from(createPublicKey(own).export({ format: "jwk" }).x ?? "", "base64url");
};

const utf8 = (text: string) => new TextEncoder().encode(text);
