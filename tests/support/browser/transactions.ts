import type { BrowserContext, Page } from "playwright-core";

/**
 * Pages that are loaded from now on count what they have open in IndexedDB. A page that stands still in the middle of a transaction keeps
 * every other tab from the store until the browser aborts it, a minute later: tests that make a page stand still choose a moment between two.
 */
export const countTransactions = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    const counted = { open: 0 };
    IDBDatabase.prototype.transaction = function (...wanted: Parameters<typeof begin>) {
      const transaction = begin.apply(this, wanted);
      counted.open += 1;
      for (const end of ["complete", "abort"])
        transaction.addEventListener(end, () => {
          counted.open -= 1;
        });
      return transaction;
    };
    Object.assign(globalThis, { transactions: counted });
  });
};

/** Resolves when the page has no transaction open; nothing holds it there. */
export const betweenTransactions = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { transactions } = globalThis as unknown as { transactions: { open: number } };
    while (transactions.open > 0) await new Promise((resolve) => setTimeout(resolve));
  });

/** Lets the page stand still between two transactions, until what it asks `path` for is answered or the connection breaks. */
export const hang = (page: Page, path: string): Promise<void> =>
  page.evaluate(async (path) => {
    const { transactions } = globalThis as unknown as { transactions: { open: number } };
    while (transactions.open > 0) await new Promise((resolve) => setTimeout(resolve));
    const asking = new XMLHttpRequest();
    asking.open("GET", path, false);
    try {
      asking.send();
    } catch {
      return; // the connection broke
    }
  }, path);
