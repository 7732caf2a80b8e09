import { open, seal, unwrap, wrap } from "./aes-gcm.ts";
import type { Holder } from "./holder.ts";

/** The keys of one person while the phone is unlocked. Only in memory; a page that is left has forgotten them. */
export type UnlockedKeys = {
  readonly holder: string;
  /**
   * Seals a text of one database for one place in it. A database that is new gets its key first. Rejects where that key cannot be
   * stored; the next call tries again.
   */
  seal(database: string, place: string, text: string): Promise<string>;
  /** Rejects where the box was damaged, or sealed for another place, database or person. */
  open(database: string, place: string, box: string): Promise<string>;
  /** Writes the sealed keys again where the browser dropped them under the open app. False where they were destroyed, and stay so. */
  restoreEvicted(): Promise<boolean>;
};

/**
 * Adds a person's sealed keys to those on the disk, in one transaction, and answers all that lie there afterwards: of two keys for one
 * database the one that was there first. False where they were destroyed.
 */
export type AddKeys = (holder: Holder) => Promise<Holder["keys"] | false>;

export const unlockedKeysOf = (holder: Holder, own: CryptoKey, addKeys: AddKeys): UnlockedKeys => {
  const { id } = holder;
  let now = holder;
  /** The boxes in which the disk keeps these keys from now on; `made` counts only where no other tab was first. */
  const store = async (made: Holder["keys"]): Promise<Holder["keys"]> => {
    const kept = await addKeys({ ...now, keys: { ...now.keys, ...made } });
    if (kept === false) throw new DOMException("these keys were destroyed", "InvalidStateError");
    now = { ...now, keys: { ...now.keys, ...made, ...kept } };
    return now.keys;
  };
  const unwrapped = inMemory((database: string, box: string) => unwrap(own, keyPlace(id, database), box, dataUses));
  const shared = inFlight(async (database: string, isToBeMade: boolean) => {
    const made = isToBeMade ? { [database]: await newKey(own, keyPlace(id, database)) } : {};
    const box = (await store(made))[database];
    if (box === undefined) throw new DOMException(`no key for ${database}`, "NotFoundError");
    return box;
  });
  /** Another tab may have made the key since this one was unlocked, so the disk is asked before there is none. */
  const keyOf = async (database: string, isToBeMade: boolean): Promise<CryptoKey> =>
    unwrapped(database, now.keys[database] ?? (await shared(database, isToBeMade)));
  return {
    holder: id,
    seal: async (database, place, text) => seal(await keyOf(database, true), textPlace(id, database, place), text),
    open: async (database, place, box) => open(await keyOf(database, false), textPlace(id, database, place), box),
    restoreEvicted: async () => {
      const kept = await addKeys(now);
      // Where another tab made a key for a database after the loss, what is written from now on is sealed by that one.
      if (kept !== false) now = { ...now, keys: { ...now.keys, ...kept } };
      return kept !== false;
    },
  };
};

/** A sealed key for one database. It is used only once it is stored, and then as it was stored. */
const newKey = async (own: CryptoKey, place: string): Promise<string> =>
  wrap(own, place, await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...dataUses]));

/** What was opened once is not opened again; what failed is. */
const inMemory = (unwrapBox: (database: string, box: string) => Promise<CryptoKey>) => {
  const opened = new Map<string, Promise<CryptoKey>>();
  return (database: string, box: string): Promise<CryptoKey> => {
    const key = opened.get(box) ?? unwrapBox(database, box);
    opened.set(box, key);
    key.catch(() => opened.delete(box));
    return key;
  };
};

/** Those who ask for one database at the same time wait for one answer. A failure is forgotten with it. */
const inFlight = (find: (database: string, isToBeMade: boolean) => Promise<string>) => {
  const underWay = new Map<string, Promise<string>>();
  return (database: string, isToBeMade: boolean): Promise<string> => {
    const question = `${isToBeMade} ${database}`;
    const box = underWay.get(question) ?? find(database, isToBeMade).finally(() => underWay.delete(question));
    underWay.set(question, box);
    return box;
  };
};

const dataUses = ["encrypt", "decrypt"] as const;
const keyPlace = (holder: string, database: string): string => `key ${holder} ${database}`;
const textPlace = (holder: string, database: string, place: string): string => `text ${holder} ${database} ${place}`;
