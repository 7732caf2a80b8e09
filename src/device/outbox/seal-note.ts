import {
  boundTo,
  type NoteContent,
  noteKey,
  notePurpose,
  packNote,
  type SealedFor,
} from "../../domain/walls/note-content.ts";
import { binary, utf8 } from "./bytes.ts";
import { sealTo } from "./hpke.ts";
import type { SealingCredentials } from "./seal-write.ts";

/** A note in base64 that nobody on this phone can open. Nothing where the server's key for notes is not known yet. */
export const sealNote = async (
  { keys }: Pick<SealingCredentials, "keys">,
  content: NoteContent,
  to: SealedFor,
): Promise<string | undefined> => {
  const publicKey = keys[noteKey];
  if (publicKey === undefined) return undefined;
  const recipient = Uint8Array.from(atob(publicKey), (byte) => byte.charCodeAt(0));
  const { enc, ciphertext } = await sealTo(recipient, utf8(notePurpose), utf8(boundTo(to)), utf8(packNote(content)));
  return btoa(binary(enc) + binary(ciphertext));
};
