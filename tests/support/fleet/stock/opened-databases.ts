import { addRxPlugin, type RxDatabase } from "rxdb/plugins/core";
import type { Collections } from "../../../../src/store/collections.ts";

const opened = new Map<string, RxDatabase<Collections>>();

/** From now on RxDB tells of every database that it opens. */
export const noteDatabases = (): void =>
  addRxPlugin({
    name: "opened-databases",
    rxdb: true,
    hooks: { createRxDatabase: { after: ({ database }) => void opened.set(database.name, database as never) } },
  });

/** The collections of an open store, which keeps them to itself. */
export const collectionsOf = (storeName: string): Collections => {
  const database = opened.get(storeName);
  if (!database) throw new Error(`no database was opened as ${storeName}`);
  return database.collections;
};
