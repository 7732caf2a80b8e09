import Dexie from "dexie";

/** A row as it lies on the disk. Apps of before wrote the id of its record in clear, in place of a name. */
export type RowOnDisk = { readonly id: string; readonly box: string };

/** All rows of a store, read without opening it. */
export const rowsOnDisk = async (store: string): Promise<readonly RowOnDisk[]> => {
  const found: RowOnDisk[] = [];
  await inEachPart(
    store,
    async (rows) => void found.push(...((await rows.toArray()) as readonly Sealed[]).filter(isThere)),
  );
  return found;
};

/** Takes the rows whose names begin so off the disk, and the packs, also under a store that is open. */
export const removeRows = (store: string, beginnings: readonly string[]): Promise<void> =>
  inEachPart(store, async (rows, packs) => {
    for (const table of [rows, packs])
      await table
        .where("id")
        .startsWithAnyOf([...beginnings])
        .delete();
  });

export const removeStore = async (store: string): Promise<void> => {
  for (const part of await partsOf(store)) await Dexie.delete(part);
};

type Sealed = RowOnDisk & { readonly _deleted: string };

const isThere = ({ _deleted, box }: Sealed): boolean => _deleted !== "1" && box !== undefined;

const inEachPart = async (
  store: string,
  work: (rows: Dexie.Table, packs: Dexie.Table) => Promise<void>,
): Promise<void> => {
  for (const name of await partsOf(store)) {
    const part = await new Dexie(name, { chromeTransactionDurability: "strict" }).open();
    try {
      if (part.tables.some((table) => table.name === "docs")) await work(part.table("docs"), part.table("attachments"));
    } finally {
      part.close();
    }
  }
};

/** RxDB keeps each collection in an IndexedDB of its own, in a table `docs`; beside it, in the one for attachments, lie packs. */
const partsOf = async (store: string): Promise<readonly string[]> =>
  (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(`rxdb-dexie-${store}--`));
