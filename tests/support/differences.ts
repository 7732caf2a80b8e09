import type { Page } from "playwright-core";
import type { Shift } from "./a-shift.ts";

type Held = { readonly id: string; readonly rev: string; readonly sent: boolean };

/** Compares every id and revision of a database on the phone's disk with the server's; each difference in words. */
export const differences = async (shift: Shift, page: Page, database = "site-medyka"): Promise<readonly string[]> => {
  const here = new Map((await rowsHere(page, database)).map((row) => [row.id.slice(database.length + 1), row]));
  const there = new Map((await shift.stored(database)).map(({ _id, _rev }) => [_id, String(_rev)]));
  const missing = [...there].flatMap(([id, rev]) => {
    const row = here.get(id);
    if (!row) return [`${id} is not on the phone`];
    return row.rev === rev ? [] : [`${id} is ${row.rev} on the phone, ${rev} on the server`];
  });
  const unsent = [...here.values()].flatMap(({ id, sent }) => (sent ? [] : [`${id} is not sent`]));
  const lost = [...here.keys()].flatMap((id) => (there.has(id) ? [] : [`${id} is not on the server`]));
  return [...missing, ...unsent, ...lost];
};

/** What lies in the phone's IndexedDB, read beside the app. */
export const rowsHere = (page: Page, database: string): Promise<readonly Held[]> =>
  page.evaluate(async (prefix) => {
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const held: Held[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name || !/^rxdb-dexie-prystan-.*--(site|trip|directory)$/.test(name)) continue;
      const opened = await answered(indexedDB.open(name));
      const rows = await answered(opened.transaction("docs").objectStore("docs").getAll());
      for (const { id, rev, sent } of rows) if (id.startsWith(`${prefix}/`)) held.push({ id, rev, sent });
      opened.close();
    }
    return held;
  }, database);
