import { unwrap } from "../../../src/device/keyring/aes-gcm.ts";
import { type Holder, ownPlace, ownUses } from "../../../src/device/keyring/holder.ts";
import { keyFromPassphrase } from "../../../src/device/keyring/passphrase-key.ts";
import { type UnlockedKeys, unlockedKeysOf } from "../../../src/device/keyring/unlocked-keys.ts";
import { ownersPassphrase } from "./steps/unlock.ts";
import type { Tab } from "./tab.ts";

type Held = { readonly id: string; readonly rev: string; readonly sent: boolean };
type Boxed = { readonly holder: string; readonly id: string; readonly box: string };
type Disk = {
  readonly holders: readonly Holder[];
  readonly stores: readonly Boxed[];
  readonly packs: readonly Boxed[];
};

/** What lies in the phone's IndexedDB, read beside the app and opened with its owner's passphrase. */
export const rowsOnPhone = async (page: Tab, database: string): Promise<readonly Held[]> => {
  const { holders, stores, packs } = await diskOf(page);
  const keys = new Map(await Promise.all(holders.map(async (one) => [one.id, await keysFor(page, one)] as const)));
  const opened = async ({ holder, id, box }: Boxed) => (await keys.get(holder)?.openNamed(id, box)) ?? "{}";
  const packed = new Map<string, Held>();
  for (const pack of packs)
    for (const [name, row] of JSON.parse(await opened(pack)) as readonly (readonly [string, Held])[])
      packed.set(`@${pack.id} ${name}`, row);
  const rows = await Promise.all(
    stores.map(async (row) => packed.get(`${row.box} ${row.id}`) ?? (JSON.parse(await opened(row)) as Held)),
  );
  return rows.filter(({ id }) => id.startsWith(`${database}/`));
};

/** Also of rows that nothing opens. */
export const countRowsOnPhone = async (page: Tab): Promise<number> => (await diskOf(page)).stores.length;

const opened = new Map<string, Promise<UnlockedKeys>>();

/** The keys of one who works on this phone, opened with their passphrase. */
export const keysFor = (page: Tab, holder: Holder): Promise<UnlockedKeys> => {
  const mark = JSON.stringify([holder.id, holder.byPassphrase, Object.keys(holder.keys)]);
  const known = opened.get(mark) ?? openKeys(holder, ownersPassphrase(page));
  opened.set(mark, known);
  return known;
};

const openKeys = async (holder: Holder, passphrase: string): Promise<UnlockedKeys> => {
  const by = await keyFromPassphrase(passphrase, holder.derivation);
  const own = await unwrap(by, ownPlace(holder.id), holder.byPassphrase, ownUses);
  const refuse = () => Promise.reject(new Error("a test reads, it neither makes keys nor takes them"));
  return unlockedKeysOf(holder, own, refuse, refuse);
};

const diskOf = (page: Tab): Promise<Disk> =>
  page.evaluate(async () => {
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
    const [stores, packs]: { holder: string; id: string; box: string }[][] = [[], []];
    for (const { name } of await indexedDB.databases()) {
      const holder = /^rxdb-dexie-prystan-(.*)-2--\d+--(site|trip|directory)$/.exec(name ?? "")?.[1];
      if (!name || !holder) continue;
      for (const { id, box } of await all(name, "docs")) stores?.push({ holder, id, box });
      for (const { id, box } of await all(name, "attachments")) packs?.push({ holder, id, box });
    }
    const here = new Set(stores?.map(({ holder }) => holder));
    const holders = ((await all("prystan-keyring", "holders")) as Holder[]).filter(({ id }) => here.has(id));
    return { holders, stores: stores ?? [], packs: packs ?? [] };
  });
