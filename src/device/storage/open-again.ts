import Dexie from "dexie";

/** How often an opening is tried again before the page says that it failed. */
const most = 3;

/**
 * Makes a Dexie database open again after an opening that failed. Dexie answers every later question with that first error, so that a
 * phone whose storage was taken away while it opened would neither save nor send until the page is loaded anew. Who waits for the
 * opening has it tried again at once; who asks after it has failed for good begins a new one. `_state` and `_whenReady` are private in Dexie 4.4.2,
 * which is pinned; a test holds it.
 */
export const openAgain = <Database extends Dexie>(database: Database): Database => {
  const inside = database as unknown as Inside;
  const { _state: state, _whenReady: whenReady } = inside;
  const [open, close] = [database.open.bind(database), database.close.bind(database)];
  let failures = 0;
  /** On purpose, and so it stays: Dexie's own `hasBeenClosed` does not tell, in this version. */
  let isClosed = false;
  /** Forgets the failure. */
  const forget = () => {
    if (database.hasFailed() && !isClosed) close({ disableAutoOpen: false });
  };
  /** Answers whether it may be tried again. */
  const afterOpening = (): boolean => {
    failures = database.hasFailed() ? failures + 1 : 0;
    if (failures < most) {
      forget();
      return !isClosed;
    }
    failures = 0;
    setTimeout(forget); // after those who wait have been told
    return false;
  };
  database.close = (options) => {
    isClosed = options?.disableAutoOpen !== false;
    close(options);
  };
  database.open = () => {
    if (state.isBeingOpened || database.isOpen()) return open();
    isClosed = false;
    const opening = open();
    // Called before those who wait: they ask again, and find a database that may be opened.
    const ended = state.dbReadyPromise.then(afterOpening);
    return opening.catch((error) =>
      ended.then((mayBeTriedAgain) => (mayBeTriedAgain ? database.open() : Dexie.Promise.reject(error))),
    );
  };
  // Where a transaction begins; Dexie's own takes an opening that has ended for one that has succeeded.
  inside._whenReady = function (begin) {
    return whenReady.call(this, () => (database.isOpen() ? begin() : this._whenReady(begin)));
  };
  return database;
};

type Inside = {
  readonly _state: { readonly isBeingOpened: boolean; readonly dbReadyPromise: Promise<unknown> };
  _whenReady(this: Inside, begin: () => unknown): Promise<unknown>;
};
