import { open, seal, unwrap, wrap } from "./aes-gcm.ts";
import type { Holder } from "./holder.ts";

/** The keys of one person while the phone is unlocked. Only in memory; a page that is left has forgotten them. */
export type UnlockedKeys = {
  readonly holder: string;
  /** Seals a text of one database for one place in it. A database that is new gets its key first. */
  seal(database: string, place: string, text: string): Promise<string>;
  /** Rejects where the box was damaged, or sealed for another place, database or person. */
  open(database: string, place: string, box: string): Promise<string>;
  /** Writes the sealed keys again where the browser dropped them under the open app. False where they were destroyed, and stay so. */
  restoreEvicted(): Promise<boolean>;
};

/** `keep` writes a person's sealed keys down, and answers once they are on the disk; false where they were destroyed. */
export const unlockedKeysOf = (
  holder: Holder,
  own: CryptoKey,
  keep: (holder: Holder) => Promise<boolean>,
): UnlockedKeys => {
  const { id } = holder;
  let now = holder;
  const add = async (database: string, box: string) => {
    now = { ...now, keys: { ...now.keys, [database]: box } };
    await keep(now);
  };
  const opened = new Map<string, Promise<CryptoKey>>();
  const keyOf = (database: string): Promise<CryptoKey> => {
    const known = opened.get(database);
    if (known) return known;
    const place = keyPlace(id, database);
    const box = now.keys[database];
    const key =
      box === undefined ? newKey(own, place, (made) => add(database, made)) : unwrap(own, place, box, dataUses);
    opened.set(database, key);
    return key;
  };
  return {
    holder: id,
    seal: async (database, place, text) => seal(await keyOf(database), textPlace(id, database, place), text),
    open: async (database, place, box) => open(await keyOf(database), textPlace(id, database, place), box),
    restoreEvicted: () => keep(now),
  };
};

const newKey = async (own: CryptoKey, place: string, keep: (box: string) => Promise<void>): Promise<CryptoKey> => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...dataUses]);
  const box = await wrap(own, place, key);
  await keep(box);
  return unwrap(own, place, box, dataUses);
};

const dataUses = ["encrypt", "decrypt"] as const;
const keyPlace = (holder: string, database: string): string => `key ${holder} ${database}`;
const textPlace = (holder: string, database: string, place: string): string => `text ${holder} ${database} ${place}`;
