import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, expect, test, vi } from "vitest";
import { openAgain } from "../../../../src/device/storage/open-again.ts";

afterEach(() => vi.restoreAllMocks());

const { open } = indexedDB;

const aDatabase = () => {
  const database = openAgain(new Dexie("prystan-again"));
  database.version(1).stores({ things: "key" });
  return database;
};

/** The next openings fail, as they do while the browser takes the storage away. */
const failing = (times: number) => {
  let left = times;
  return vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
    if (left-- > 0) throw new DOMException("Connection is closing.", "AbortError");
    return open.call(indexedDB, name, version);
  });
};

test("An opening that failed is tried again for whoever waits for it, reading, in a transaction or opening", async () => {
  failing(1);
  const reading = aDatabase();
  expect(await reading.table("things").get("a")).toBeUndefined();
  reading.close();
  failing(1);
  const writing = aDatabase();
  await writing.transaction("rw", "things", () => writing.table("things").put({ key: "a" }));
  expect(await writing.table("things").count()).toBe(1);
  writing.close();
  failing(1);
  const opening = aDatabase();
  await opening.open();
  expect(opening.isOpen()).toBe(true);
  opening.close();
});

test("Where it goes on failing it says so, and the next question opens it", async () => {
  const opening = failing(3);
  const database = aDatabase();
  const questions = [database.table("things").get("a"), database.table("things").get("b")];
  expect((await Promise.allSettled(questions)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(opening).toHaveBeenCalledTimes(3);
  await expect.poll(() => database.hasFailed()).toBe(false);
  expect(await database.table("things").get("b")).toBeUndefined();
  database.close();
});

test("One that is closed while it opens, and whose opening fails, is not opened again", async () => {
  const opening = failing(1);
  const database = aDatabase();
  const opened = database.open();
  database.close();
  await expect(opened).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve));
  await expect(database.table("things").get("a")).rejects.toThrow();
  expect(opening).toHaveBeenCalledTimes(1);
});

test("A database that was closed stays closed", async () => {
  const database = aDatabase();
  await database.open();
  database.close();
  await expect(database.table("things").get("a")).rejects.toThrow("closed");
});
