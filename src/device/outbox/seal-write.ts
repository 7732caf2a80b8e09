import {
  anyDatabase,
  clearItemKey,
  itemKey,
  type SealedItem,
  type SealedWrite,
  sealingPurpose,
} from "../../domain/exchange/sealed-write.ts";
import type { Document } from "../../domain/model/document.ts";
import { binary, utf8 } from "./bytes.ts";
import { sealTo } from "./hpke.ts";

/** What an account needs on one device to seal its writes; the server gives it out at the first contact. */
export type SealingCredentials = {
  readonly by: string;
  readonly device: string;
  readonly pass: string;
  /** The server's public key for each database that the account may open, and for `anyDatabase`: 32 bytes in base64. */
  readonly keys: Readonly<Record<string, string>>;
};

/** `nameOf`: what stands on the disk for a document of a database. Nothing where the server's key is not known yet. */
export const sealWrite = async (
  { by, device, pass, keys }: SealingCredentials,
  database: string,
  document: Document,
  nameOf: (database: string, id: string) => Promise<string>,
): Promise<SealedItem | undefined> => {
  const publicKey = keys[anyDatabase] ?? keys[database];
  if (publicKey === undefined) return undefined;
  const write: SealedWrite = { by, device, pass, database, document };
  const key = keys[anyDatabase]
    ? itemKey(device, await nameOf(database, document._id))
    : clearItemKey(device, database, document._id);
  const { enc, ciphertext } = await sealTo(
    Uint8Array.from(atob(publicKey), (byte) => byte.charCodeAt(0)),
    utf8(sealingPurpose),
    utf8(key),
    utf8(JSON.stringify(write)),
  );
  return { key, box: btoa(binary(enc) + binary(ciphertext)) };
};
