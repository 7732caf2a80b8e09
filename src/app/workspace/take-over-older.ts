import { isInClear } from "../../device/keyring/names-on-disk.ts";
import type { UnlockedKeys } from "../../device/keyring/unlocked-keys.ts";
import { type RowOnDisk, removeRows, removeStore, rowsOnDisk } from "../../device/storage/rows-on-disk.ts";
import { groupBy } from "../../domain/model/group-by.ts";
import type { FoundRow } from "../../store/adopt-rows.ts";
import type { Store } from "../../store/open-store.ts";
import { databaseOf, isDamaged } from "../../store/row.ts";

/**
 * Brings what an app of before kept under ids in clear into the store, where ids tell nothing; then the old store goes, then its keys. Cut off
 * anywhere, the next start begins again and finds what is there already. Also after this phone was put back to such an app and worked with it.
 */
export const takeOverOlder = async (olderStore: string, store: Pick<Store, "adopt">, keys: Keys): Promise<void> => {
  const rows = await Promise.all((await rowsOnDisk(olderStore)).map((row) => opened(row, keys)));
  const unread = new Set<string>();
  for (const [database, some] of groupBy(rows, databaseOf)) {
    await store.adopt(database, some);
    await removeRows(olderStore, [`${database}/`]); // a full phone has no room for both
    if (some.some(isDamaged)) unread.add(database);
  }
  await removeStore(olderStore);
  await keys.take(keys.entries().filter((entry) => isInClear(entry) && !unread.has(entry)));
};

type Keys = Pick<UnlockedKeys, "openBy" | "entries" | "take">;

const opened = async ({ id, box }: RowOnDisk, keys: Keys): Promise<FoundRow> => {
  try {
    return { id, ...JSON.parse(await keys.openBy(databaseOf({ id }), id, box)) };
  } catch {
    return { id, damaged: box };
  }
};
