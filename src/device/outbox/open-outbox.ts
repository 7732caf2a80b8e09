import Dexie, { type Table } from "dexie";
import type { SealedItem } from "../../domain/exchange/sealed-write.ts";

/**
 * A second copy of everything on this phone that the server is not known to have, sealed to the server: nobody here can read it, so it
 * outlives locking, signing out, another person, and a wipe. In an IndexedDB of its own.
 */
export type Outbox = {
  put(items: readonly SealedItem[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** What the server has taken; an item that was replaced meanwhile stays. */
  settle(items: readonly SealedItem[]): Promise<void>;
  keys(): Promise<readonly string[]>;
  all(): Promise<readonly SealedItem[]>;
};

export const openOutbox = (name = "prystan-outbox"): Outbox => {
  // Not strict: the record itself is, and a copy that a power cut took is made again when the store is opened.
  const database = new Dexie(name, { chromeTransactionDurability: "relaxed" });
  database.version(1).stores({ items: "key" });
  const items = database.table("items") as Table<SealedItem, string>;
  return {
    put: async (fresh) => void (await items.bulkPut([...fresh])),
    remove: (keys) => items.bulkDelete([...keys]),
    settle: (settled) =>
      database.transaction("rw", items, async () => {
        const there = await items.bulkGet(settled.map(({ key }) => key));
        const same = settled.filter(({ box }, place) => there[place]?.box === box);
        await items.bulkDelete(same.map(({ key }) => key));
      }),
    keys: async () => (await items.toCollection().primaryKeys()) as readonly string[],
    all: () => items.toArray(),
  };
};
