import type { RxCollection } from "rxdb/plugins/core";
import { databaseTypeOf } from "../domain/model/databases.ts";
import type { Row } from "./row.ts";

/** One RxDB collection is one IndexedDB database, which every phone opens: what stands behind a wall lies in the sites' on the few phones that have it. */
export type Collections = Readonly<Record<"directory" | "site" | "trip", RxCollection<Row>>>;

/** Where the rows of a database lie. */
export const collectionOf = (collections: Collections, database: string): RxCollection<Row> => {
  const type = databaseTypeOf(database);
  return collections[type === "directory" || type === "trip" ? type : "site"];
};
