import type { Tab } from "../browser/tab.ts";

/**
 * Leaves the page between two transactions. WebKitGTK 2.50 never ends a transaction of IndexedDB that was under way as its page was left,
 * and whoever opens that store afterwards waits for good: so ended one load in three, with what the app writes as it starts.
 */
export const leaveCalmly = (page: Tab): void => {
  const { goto, reload } = page;
  page.goto = async (...to: Parameters<typeof goto>) => {
    await page.evaluate(betweenTransactions);
    return goto.apply(page, to);
  };
  page.reload = async (...how: Parameters<typeof reload>) => {
    await page.evaluate(betweenTransactions);
    return reload.apply(page, how);
  };
};

/** In the page: a transaction over all stores of a database has its turn once all before it have ended. */
const betweenTransactions = async (): Promise<void> => {
  if (!location.protocol.startsWith("http")) return;
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const opened = (name: string) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  for (const name of names) {
    const database = await opened(name);
    const stores = [...database.objectStoreNames];
    if (stores.length > 0)
      await new Promise((resolve) => {
        database.transaction(stores, "readwrite").oncomplete = resolve;
      });
    database.close();
  }
};
