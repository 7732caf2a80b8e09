import { hmac, wrap } from "./aes-gcm.ts";
import { base64url } from "./byte-string.ts";

/** The key for what is this phone's only and in no database: its entry in the keyring is called so. */
export const deviceOnly = "device";

/** The entry of the key that names what lies on the disk. */
export const naming = "names";

/** A sealed key of one person that names what they left on the disk. */
export const newNamingKey = async (own: CryptoKey, place: string): Promise<string> =>
  wrap(own, place, await crypto.subtle.generateKey({ ...hmac, length: 256 }, true, ["sign"]));

/** The keyring's entry for the key of a database: a dot and 7 characters that say nothing of which. */
export const entryOf = async (key: CryptoKey, database: string): Promise<string> =>
  database === deviceOnly ? database : `.${(await signed(key, `database ${database}`)).slice(0, entryLength - 1)}`;

/** What stands on the disk for a text of a database: its key's entry and 22 characters, 128 bits and more of an HMAC. */
export const nameIn = async (entry: string, key: CryptoKey, text: string): Promise<string> =>
  entry + (await signed(key, `${entry} ${text}`)).slice(0, 22);

/** An entry of an app that wrote the names of databases in clear. */
export const isInClear = (entry: string): boolean => !entry.startsWith(".") && entry !== deviceOnly && entry !== naming;

export const entryOfName = (name: string): string => name.slice(0, entryLength);

/** Base64url, so that a name fits into an outbox key and an address. */
const signed = async (key: CryptoKey, text: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text))));

const entryLength = 8;
const encoder = new TextEncoder();
