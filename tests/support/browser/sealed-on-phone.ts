import type { Holder } from "../../../src/device/keyring/holder.ts";
import { keysFor } from "./rows-on-phone.ts";
import type { Tab } from "./tab.ts";

type Disk = {
  readonly holders: readonly Holder[];
  readonly boxes: readonly { readonly key: string; readonly box: string }[];
};

/** The drafts that lie on the phone's disk, each as the JSON that the app wrote. */
export const draftsOnPhone = (page: Tab): Promise<readonly string[]> => sealedHere(page, "draft ");

/** One of its owner's settings, as JSON; empty where it has not been written. */
export const settingOnPhone = async (page: Tab, name: string): Promise<string> =>
  (await sealedHere(page, `setting ${name}`))[0] ?? "";

/** What the phone's owner left beside the records under places that begin so, opened with the owner's passphrase. */
const sealedHere = async (page: Tab, prefix: string): Promise<readonly string[]> => {
  const { holders, boxes } = await page.evaluate(readDisk);
  const texts = boxes.map(async ({ key, box }) => {
    const holder = holders.find(({ id }) => key.startsWith(`${id} ${prefix}`));
    if (!holder) return [];
    try {
      return [await (await keysFor(page, holder)).open("device", key.slice(holder.id.length + 1), box)];
    } catch {
      return []; // another person's
    }
  });
  return (await Promise.all(texts)).flat();
};

const readDisk = async (): Promise<Disk> => {
  const answered = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const all = async (name: string, table: string) => {
    const database = await answered(indexedDB.open(name));
    const rows = await answered(database.transaction(table).objectStore(table).getAll());
    database.close();
    return rows;
  };
  return { holders: await all("prystan-keyring", "holders"), boxes: await all("prystan-device", "shelf") };
};
