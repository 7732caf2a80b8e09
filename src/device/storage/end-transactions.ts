import Dexie from "dexie";

/** For every database of this page, RxDB's too. Called before the first one is made. */
export const endTransactionsWithConnections = (): void => {
  Dexie.dependencies.indexedDB = endingTransactions();
};

/**
 * IndexedDB in which a connection that the browser closes takes its transactions along. Chromium, emptying the storage of an open page (eviction, "clear
 * site data"), closes the connection and tells a transaction that is being committed neither `complete` nor `abort`. Dexie waits for one of
 * them for ever, and with it the save, or the round of sync, that asked. Here it hears `abort`, which is tried again like any other failure.
 */
export const endingTransactions = (): IDBFactory => ({
  open: (name, version) => {
    const request = indexedDB.open(name, version);
    request.addEventListener("success", () => endWith(request.result)); // before Dexie's own handler
    return request;
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (first, second) => indexedDB.cmp(first, second),
});

const endWith = (connection: IDBDatabase): void => {
  const begin = connection.transaction.bind(connection);
  const underWay = new Set<IDBTransaction>();
  const endAll = () => {
    for (const transaction of underWay) transaction.onabort?.(new Event("abort"));
    underWay.clear();
  };
  /** Dexie closes a connection that begins nothing any more, and then the browser tells nobody that it had closed it before. */
  const beginOrEnd: typeof begin = (...asked) => {
    try {
      return begin(...asked);
    } catch (error) {
      if ((error as DOMException).name === "InvalidStateError") endAll();
      throw error;
    }
  };
  connection.transaction = (...asked) => {
    const begun = beginOrEnd(...asked);
    const isOver = () => underWay.delete(begun);
    underWay.add(begun);
    begun.addEventListener("complete", isOver);
    begun.addEventListener("abort", isOver);
    return begun;
  };
  connection.addEventListener("close", endAll);
};
