import type { Tab } from "../browser/tab.ts";

/** Keys of what lies sealed on the phone. */
export const sealedKeysOnPhone = (page: Tab): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const opening = indexedDB.open("prystan-outbox");
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("items")) {
            database.close();
            return resolve([]);
          }
          const keys = database.transaction("items").objectStore("items").getAllKeys();
          keys.onsuccess = () => {
            database.close();
            resolve(keys.result as string[]);
          };
        };
      }),
  );
