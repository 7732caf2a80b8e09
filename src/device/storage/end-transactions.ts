/**
 * From now on a connection to IndexedDB that the browser closes takes its transactions along. Chromium, emptying the storage of an open page (eviction, "clear
 * site data"), closes the connection and tells a transaction that is being committed neither `complete` nor `abort`. Dexie waits for one of
 * them for ever, and with it the save, or the round of sync, that asked. Here it hears `abort`, which is tried again like any other failure.
 */
export const endTransactionsWithConnections = (): void => {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = transaction.apply(this, asked);
    const end = () => begun.onabort?.(new Event("abort"));
    this.addEventListener("close", end);
    begun.addEventListener("complete", () => this.removeEventListener("close", end));
    return begun;
  };
};
