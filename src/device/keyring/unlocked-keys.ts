import { open, seal, unwrap, wrap } from "./aes-gcm.ts";
import type { Holder } from "./holder.ts";
import { entryOf, entryOfName, nameIn, naming, newNamingKey } from "./names-on-disk.ts";

/** The keys of one person while the phone is unlocked. Only in memory; a page that is left has forgotten them. */
export type UnlockedKeys = {
  readonly holder: string;
  /**
   * What is written on the disk in place of `text`, which belongs to a database: an HMAC, always the same and of the same length. Whoever has
   * the disk alone learns neither. Rejects as `seal` does.
   */
  nameOf(database: string, text: string): Promise<string>;
  /**
   * Seals a text of one database for one place in it. A database that is new gets its key first. Rejects where that key cannot be
   * stored; the next call tries again.
   */
  seal(database: string, place: string, text: string): Promise<string>;
  /** Rejects where the box was damaged, or sealed for another place, database or person. */
  open(database: string, place: string, box: string): Promise<string>;
  /** The same where only the name is at hand that `nameOf` gave the place: it says by which key. */
  openNamed(name: string, box: string): Promise<string>;
  /** The same by the entry of a key in the keyring: also by one of an older app, which called them as their databases. */
  openBy(entry: string, place: string, box: string): Promise<string>;
  /** How the keys are called that lie on the disk. */
  entries(): readonly string[];
  /** Destroys keys, in this page's memory and on the disk: nobody can read what they sealed. */
  take(entries: readonly string[]): Promise<void>;
  /** Writes the sealed keys again where the browser dropped them under the open app, else learns which lie there. False where they were destroyed, and stay so. */
  restoreEvicted(): Promise<boolean>;
};

/**
 * Adds keys that were `made` to those on the disk, in one transaction, and answers all that lie there afterwards: of two keys for one
 * database the one that was there first. Where the browser dropped the person, all of their keys are written again; else none is that was taken. False where
 * they were destroyed.
 */
export type AddKeys = (holder: Holder, made: Holder["keys"]) => Promise<Holder["keys"] | false>;

/** Takes keys off the disk, by their entries. */
export type TakeKeys = (holder: string, entries: readonly string[]) => Promise<void>;

export const unlockedKeysOf = (holder: Holder, own: CryptoKey, addKeys: AddKeys, takeKeys: TakeKeys): UnlockedKeys => {
  const { id } = holder;
  let now = holder;
  /** The boxes in which the disk keeps these keys from now on; `made` counts only where no other tab was first. */
  const store = async (made: Holder["keys"]): Promise<Holder["keys"]> => {
    const kept = await addKeys(now, made);
    if (kept === false) throw new DOMException("these keys were destroyed", "InvalidStateError");
    now = { ...now, keys: kept };
    return kept;
  };
  const unwrapped = inMemory((entry: string, box: string) =>
    unwrap(own, keyPlace(id, entry), box, entry === naming ? ["sign"] : dataUses),
  );
  const shared = inFlight(async (entry: string, isToBeMade: boolean) => {
    const newBox = entry === naming ? newNamingKey : newKey;
    const made = isToBeMade ? { [entry]: await newBox(own, keyPlace(id, entry)) } : {};
    const box = (await store(made))[entry];
    if (box === undefined) throw new DOMException("no key for this", "NotFoundError");
    return box;
  });
  /** Another tab may have made the key since this one was unlocked, so the disk is asked before there is none. */
  const keyOf = async (entry: string, isToBeMade: boolean): Promise<CryptoKey> =>
    unwrapped(entry, now.keys[entry] ?? (await shared(entry, isToBeMade)));
  /** By the key that names them, too: where the browser dropped it, another tab may have made another. */
  const entries = new Map<CryptoKey, Map<string, Promise<string>>>();
  const entryFor = async (database: string): Promise<string> => {
    const key = await keyOf(naming, true);
    const known = entries.get(key) ?? new Map<string, Promise<string>>();
    entries.set(key, known);
    const entry = known.get(database) ?? entryOf(key, database);
    known.set(database, entry);
    return entry;
  };
  const openBy: UnlockedKeys["openBy"] = async (entry, place, box) =>
    open(await keyOf(entry, false), textPlace(id, entry, place), box);
  return {
    holder: id,
    nameOf: async (database, text) => {
      const entry = await entryFor(database);
      return nameIn(entry, await keyOf(naming, true), text);
    },
    seal: async (database, place, text) => {
      const entry = await entryFor(database);
      return seal(await keyOf(entry, true), textPlace(id, entry, place), text);
    },
    open: async (database, place, box) => openBy(await entryFor(database), place, box),
    openNamed: (name, box) => openBy(entryOfName(name), name, box),
    openBy,
    entries: () => Object.keys(now.keys),
    take: async (entries) => {
      // Before anything that is asked for meanwhile could write them down again.
      now = {
        ...now,
        keys: Object.fromEntries(Object.entries(now.keys).filter(([entry]) => !entries.includes(entry))),
      };
      await takeKeys(id, entries);
    },
    restoreEvicted: async () => {
      const kept = await addKeys(now, {});
      // Another tab may have made keys, or taken some, since this one knew them.
      if (kept !== false) now = { ...now, keys: kept };
      return kept !== false;
    },
  };
};

/** A sealed key for one database. It is used only once it is stored, and then as it was stored. */
const newKey = async (own: CryptoKey, place: string): Promise<string> =>
  wrap(own, place, await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...dataUses]));

/** What was opened once is not opened again; what failed is. */
const inMemory = (unwrapBox: (entry: string, box: string) => Promise<CryptoKey>) => {
  const opened = new Map<string, Promise<CryptoKey>>();
  return (entry: string, box: string): Promise<CryptoKey> => {
    const key = opened.get(box) ?? unwrapBox(entry, box);
    opened.set(box, key);
    key.catch(() => opened.delete(box));
    return key;
  };
};

/** Those who ask for one entry at the same time wait for one answer. A failure is forgotten with it. */
const inFlight = (find: (entry: string, isToBeMade: boolean) => Promise<string>) => {
  const underWay = new Map<string, Promise<string>>();
  return (entry: string, isToBeMade: boolean): Promise<string> => {
    const question = `${isToBeMade} ${entry}`;
    const box = underWay.get(question) ?? find(entry, isToBeMade).finally(() => underWay.delete(question));
    underWay.set(question, box);
    return box;
  };
};

const dataUses = ["encrypt", "decrypt"] as const;
const keyPlace = (holder: string, entry: string): string => `key ${holder} ${entry}`;
const textPlace = (holder: string, entry: string, place: string): string => `text ${holder} ${entry} ${place}`;
