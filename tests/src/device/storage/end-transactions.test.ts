import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, expect, test, vi } from "vitest";
import { endTransactionsWithConnections } from "../../../../src/device/storage/end-transactions.ts";
import { openAgain } from "../../../../src/device/storage/open-again.ts";

afterEach(() => vi.restoreAllMocks());

const aDatabase = (name: string) => {
  const database = openAgain(new Dexie(name));
  database.version(1).stores({ things: "key" });
  return database;
};

const { transaction } = IDBDatabase.prototype;

/** As Chromium does where it empties the storage during a commit: the connection closes, and the transaction tells nothing more. */
const losingItsCommit = () => {
  let isNext = true;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...asked) {
    const begun = transaction.apply(this, asked);
    if (begun.mode !== "readwrite" || !isNext) return begun;
    isNext = false;
    const dispatch = begun.dispatchEvent.bind(begun);
    begun.dispatchEvent = (event) => {
      if (event.type !== "complete") return dispatch(event);
      this.close();
      return this.dispatchEvent(Object.assign(event, { type: "close" }));
    };
    return begun;
  });
  endTransactionsWithConnections();
};

test("A commit that ends with its connection fails, and the same write again succeeds", async () => {
  losingItsCommit();
  const database = aDatabase("one-write");
  await expect(database.table("things").put({ key: "a" })).rejects.toThrow("aborted");
  await database.table("things").put({ key: "a" });
  expect(await database.table("things").count()).toBe(1);
  database.close();
});

test("So does a transaction of several writes", async () => {
  losingItsCommit();
  const database = aDatabase("several-writes");
  const write = () =>
    database.transaction("rw", "things", async () => {
      await database.table("things").put({ key: "a" });
      await database.table("things").put({ key: "b" });
    });
  await expect(write()).rejects.toThrow("aborted");
  await write();
  expect(await database.table("things").count()).toBe(2);
  database.close();
});
