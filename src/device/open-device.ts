import Dexie, { type Table } from "dexie";
import { openAgain } from "./storage/open-again.ts";

/**
 * What belongs to this device and to nobody else, beside the store in an IndexedDB of its own. `settings` are in clear and name
 * nobody; what one person left here lies sealed in a `Shelf`.
 */
export type Device = {
  readonly settings: Settings;
  readonly sealedStore: SealedStore;
};

export type Settings = {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  /** What `change` makes of the value, read and written in one transaction: no other tab comes in between. Answers the new value. */
  update<T>(key: string, change: (before: T | undefined) => T): Promise<T>;
  remove(key: string): Promise<void>;
  /** All settings whose key begins so, by what comes after it. */
  under<T>(prefix: string): Promise<ReadonlyMap<string, T>>;
};

/** Sealed texts by key. */
export type SealedStore = {
  get(key: string): Promise<string | undefined>;
  put(key: string, box: string): Promise<void>;
  remove(key: string): Promise<void>;
  under(prefix: string): Promise<ReadonlyMap<string, string>>;
};

export const openDevice = (name = "prystan-device"): Device => {
  const database = openAgain(new Dexie(name, { chromeTransactionDurability: "strict" }));
  database.version(1).stores({ settings: "key", drafts: "id, account" }); // in clear, before there was a keyring
  database
    .version(2)
    .stores({ settings: "key", drafts: null, shelf: "key" })
    .upgrade((from) => from.table("settings").clear());
  const settings = database.table("settings") as Table<{ key: string; value: unknown }, string>;
  const shelf = database.table("shelf") as Table<{ key: string; box: string }, string>;
  return {
    settings: {
      get: async <T>(key: string) => (await settings.get(key))?.value as T | undefined,
      set: async (key, value) => void (await settings.put({ key, value })),
      update: <T>(key: string, change: (before: T | undefined) => T) =>
        database.transaction("rw", settings, async () => {
          const value = change((await settings.get(key))?.value as T | undefined);
          await settings.put({ key, value });
          return value;
        }),
      remove: (key) => settings.delete(key),
      under: async <T>(prefix: string) => {
        const found = await settings.where("key").startsWith(prefix).toArray();
        return new Map(found.map(({ key, value }) => [key.slice(prefix.length), value as T]));
      },
    },
    sealedStore: {
      get: async (key) => (await shelf.get(key))?.box,
      put: async (key, box) => void (await shelf.put({ key, box })),
      remove: (key) => shelf.delete(key),
      under: async (prefix) => {
        const found = await shelf.where("key").startsWith(prefix).toArray();
        return new Map(found.map(({ key, box }) => [key.slice(prefix.length), box]));
      },
    },
  };
};
