/** What lies in the IndexedDB databases of one store, as a thief would read it. */
export const onDisk = async (store: string): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  await eachTable(store, async (table) => void found.push(...(await answerOf(table.getAll()))));
  return found;
};

/** Everything in the IndexedDB databases whose names hold `part`, and these names, as text. RxDB keeps the shape of its collections, which is the same on each phone. */
export const everythingOnDisk = async (part: string): Promise<string> => {
  const found: unknown[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    if (!name.includes(part) || name.endsWith("--_rxdb_internal")) continue;
    found.push(name.replace(/--(site|trip|directory)$/, ""));
    await eachTable(name, async (table) => void found.push(...(await answerOf(table.getAll()))));
  }
  return JSON.stringify(found);
};

type Boxes = Readonly<Record<string, string>>;

/** Writes other boxes into the rows named by their ids. */
export const changeBoxes = (store: string, change: (boxes: Boxes) => Boxes): Promise<void> =>
  eachTable(store, async (table) => {
    const rows = (await answerOf(table.getAll())) as { readonly id: string; readonly box?: string }[];
    const sealed = rows.filter(({ box }) => box !== undefined);
    const changed = change(Object.fromEntries(sealed.map(({ id, box }) => [id, box ?? ""])));
    for (const row of sealed) if (changed[row.id] !== undefined) table.put({ ...row, box: changed[row.id] });
  });

const eachTable = async (store: string, work: (table: IDBObjectStore) => Promise<void>): Promise<void> => {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.includes(store)) continue;
    const database = await answerOf(indexedDB.open(name));
    for (const table of database.objectStoreNames)
      await work(database.transaction(table, "readwrite").objectStore(table));
    database.close();
  }
};

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
