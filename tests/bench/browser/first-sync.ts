import Dexie from "dexie";
import { openOurPhone } from "./our-phone.ts";

/** Fills an empty phone with one database. Answers how many documents it has then. */
export type Contender = (database: string, name: string) => Promise<number>;

/** Through the store and the engine, until it says that everything is here. */
const ours =
  (isSealed: boolean): Contender =>
  async (database, name) => {
    let upToDate = () => {};
    const isHere = new Promise<void>((resolve) => {
      upToDate = resolve;
    });
    const { store } = await openOurPhone(name, ({ state }) => state === "upToDate" && upToDate(), isSealed);
    await isHere;
    return store.rows(database).size;
  };

/** The least that can be done: one JSON, one `bulkPut`, as durable as ours. */
const floor: Contender = async (database) => {
  const phone = new Dexie("floor", { chromeTransactionDurability: "strict" });
  phone.version(1).stores({ documents: "_id" });
  const answer = await fetch(`/db/${database}/_all_docs?include_docs=true`, { cache: "no-store" });
  const { rows } = JSON.parse(await answer.text()) as { readonly rows: readonly { readonly doc: object }[] };
  await phone.table("documents").bulkPut(rows.map(({ doc }) => doc));
  return phone.table("documents").count();
};

type Pouch = {
  readonly replicate: { from(source: string, options: object): Promise<{ readonly docs_written: number }> };
};

/** PouchDB 9 with its IndexedDB adapter, in batches of 1,000: the fastest of those tried. */
const pouch: Contender = async (database) => {
  const { PouchDB } = window as unknown as { readonly PouchDB: new (name: string) => Pouch };
  const done = await new PouchDB("pouch").replicate.from(`${location.origin}/db/${database}`, { batch_size: 1_000 });
  return done.docs_written;
};

export const contenders: Readonly<Record<string, Contender>> = {
  ours: ours(true),
  unsealed: ours(false),
  floor,
  pouch,
};
