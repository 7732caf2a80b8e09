import Dexie, { type Table } from "dexie";

/**
 * What belongs to this device and to nobody else: who is signed in, where sync stands, forms that are not finished. Beside the
 * store, in an IndexedDB of its own.
 */
export type Device = {
  readonly settings: Settings;
  readonly drafts: Drafts;
  close(): void;
};

export type Settings = {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** All settings whose key begins so, by what comes after it. */
  under<T>(prefix: string): Promise<ReadonlyMap<string, T>>;
};

export type Drafts = {
  read(id: string): Promise<Draft | undefined>;
  write(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
  /** Unfinished forms of one account, newest first. */
  of(account: string): Promise<readonly Draft[]>;
};

/** A form as far as it was filled in. `savedAt` is the device's clock (ISO 8601). */
export type Draft = {
  readonly id: string;
  readonly form: string;
  readonly account: string;
  readonly savedAt: string;
  readonly values: unknown;
};

export const openDevice = (name = "prystan-device"): Device => {
  const database = new Dexie(name, { chromeTransactionDurability: "strict" });
  database.version(1).stores({ settings: "key", drafts: "id, account" });
  const settings = database.table("settings") as Table<{ key: string; value: unknown }, string>;
  const drafts = database.table("drafts") as Table<Draft, string>;
  return {
    settings: {
      get: async <T>(key: string) => (await settings.get(key))?.value as T | undefined,
      set: async (key, value) => void (await settings.put({ key, value })),
      remove: (key) => settings.delete(key),
      under: async <T>(prefix: string) => {
        const found = await settings.where("key").startsWith(prefix).toArray();
        return new Map(found.map(({ key, value }) => [key.slice(prefix.length), value as T]));
      },
    },
    drafts: {
      read: (id) => drafts.get(id),
      write: async (draft) => void (await drafts.put(draft)),
      remove: (id) => drafts.delete(id),
      of: async (account) =>
        (await drafts.where({ account }).toArray()).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
    },
    close: () => database.close(),
  };
};
