import Dexie, { type Table } from "dexie";
import type { SealedItem } from "../../domain/exchange/sealed-write.ts";
import { openAgain } from "../storage/open-again.ts";
import { type OutboxItem, sealedItemOf, setAside } from "./outbox-item.ts";

/**
 * A second copy of everything on this phone that the server is not known to have, sealed to the server: nobody here can read it, so it
 * outlives locking, signing out, another person, and a wipe. In an IndexedDB of its own.
 */
export type Outbox = {
  /** Takes the place of what lies under the same keys. */
  put(items: readonly OutboxItem[]): Promise<void>;
  /** What another phone sealed. It replaces nothing: of two items for one document this phone cannot tell which is newer. */
  bringIn(items: readonly SealedItem[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** What the server has taken goes, what it could make nothing of is marked. An item that was replaced since stays as it is. */
  settle(taken: readonly OutboxItem[], unreadable?: Unreadable): Promise<void>;
  keys(): Promise<readonly string[]>;
  all(): Promise<readonly OutboxItem[]>;
};

export type Unreadable = { readonly items: readonly OutboxItem[]; readonly circumstances: string };

export const openOutbox = (name = "prystan-outbox"): Outbox => {
  // Not strict: the record itself is, and a copy that a power cut took is made again when the store is opened.
  const database = openAgain(new Dexie(name, { chromeTransactionDurability: "relaxed" }));
  database.version(1).stores({ items: "key" });
  const items = database.table("items") as Table<OutboxItem, string>;
  return {
    put: async (fresh) => void (await items.bulkPut([...fresh])),
    bringIn: (brought) =>
      database.transaction("rw", items, async () => {
        for (const item of brought.map(sealedItemOf)) {
          const there = await items.get(item.key);
          if (there?.box !== item.box) await items.put(there ? setAside(item) : item);
        }
      }),
    remove: (keys) => items.bulkDelete([...keys]),
    settle: (taken, unreadable) =>
      database.transaction("rw", items, async () => {
        const stillThere = async (some: readonly OutboxItem[]) => {
          const there = await items.bulkGet(some.map(({ key }) => key));
          return there.flatMap((item, place) => (item && item.box === some[place]?.box ? [item] : []));
        };
        await items.bulkDelete((await stillThere(taken)).map(({ key }) => key));
        if (!unreadable) return;
        const marked = await stillThere(unreadable.items);
        await items.bulkPut(marked.map((item) => markUnreadable(item, unreadable.circumstances)));
      }),
    keys: async () => (await items.toCollection().primaryKeys()) as readonly string[],
    all: () => items.toArray(),
  };
};

const markUnreadable = (item: OutboxItem, circumstances: string): OutboxItem => ({
  ...item,
  unreadable: [...new Set([...(item.unreadable ?? []), circumstances])].slice(-mostCircumstances),
});

/** As many people as work with one phone, and some more. */
const mostCircumstances = 20;
