import type { BrowserContext } from "playwright-core";

/** When transactions that write were committed, by `performance.now()` of the page. */
export type Commits = { readonly records: readonly number[]; readonly copies: readonly number[] };

/** Makes pages that are opened from now on remember when the browser told them of a strict commit of records, or one of sealed copies. */
export const watchCommits = (context: BrowserContext): Promise<unknown> => context.addInitScript(listen);

const listen = () => {
  const commits: { records: number[]; copies: number[] } = { records: [], copies: [] };
  Object.assign(globalThis, { commits });
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const transaction = open.apply(this, args);
    const stores = [...transaction.objectStoreNames];
    const isRecords = stores.includes("docs") && transaction.durability === "strict";
    const isCopies = this.name.includes("outbox");
    const heard = isRecords ? commits.records : isCopies ? commits.copies : undefined;
    if (args[1] === "readwrite") transaction.addEventListener("complete", () => heard?.push(performance.now()));
    return transaction;
  };
};
