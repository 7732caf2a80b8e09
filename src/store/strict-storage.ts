import { getRxStorageDexie, type RxStorageDexie } from "rxdb/plugins/storage-dexie";
import { dexieShelf, type Packing } from "./pack-shelf.ts";
import { withQuickInserts } from "./quick-inserts.ts";
import { withQuickReads } from "./quick-reads.ts";

/**
 * Dexie storage that answers only after the browser has flushed to disk (Chrome's default does not wait), and that opens
 * again by itself after WebKit has dropped the connection of a page in the background (`autoOpen` is private in Dexie 4.4.2,
 * which is pinned; a test holds it). `prepare` is called with each Dexie database before it is opened.
 */
export const strictStorage = (prepare: (database: Database) => void = asItIs): RxStorageDexie & Packing => {
  const storage = getRxStorageDexie({
    chromeTransactionDurability: "strict",
    onCreate: (database: Database) => {
      prepare(database);
      (database as unknown as { _options: { autoOpen: boolean } })._options.autoOpen = true;
    },
  });
  const open = storage.createStorageInstance.bind(storage);
  storage.createStorageInstance = async (options) => withQuickReads(withQuickInserts(await open(options)));
  return Object.assign(storage, { shelfOf: dexieShelf as unknown as Packing["shelfOf"] });
};

type Database = Parameters<NonNullable<NonNullable<Parameters<typeof getRxStorageDexie>[0]>["onCreate"]>>[0];
const asItIs = () => {};
