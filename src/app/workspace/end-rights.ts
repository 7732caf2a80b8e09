import { deviceOnly, entryOfName, isInClear, naming } from "../../device/keyring/names-on-disk.ts";
import type { UnlockedKeys } from "../../device/keyring/unlocked-keys.ts";
import { checkpointsIn, endingIn, inDoubtIn } from "../../device/private-store/checkpoints.ts";
import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import { removeRows } from "../../device/storage/rows-on-disk.ts";

type Here = {
  readonly keys: UnlockedKeys;
  readonly privateStore: PrivateStore;
  /** The name of this person's store. */
  readonly storeName: string;
};

/**
 * Takes off this phone what lies in databases that its account may no longer read: their keys first, so that nothing is left to be read, then
 * their rows and where pulling stood. `kept`: all other databases of which anything may lie here. Cut off anywhere, `finishEnding` goes on.
 */
export const endRights = async (here: Here, ended: readonly string[], kept: readonly string[]): Promise<void> => {
  const { keys, privateStore } = here;
  const stays = new Set([deviceOnly, naming, ...(await Promise.all(kept.map((database) => entryIn(keys, database))))]);
  const entries = keys.entries().filter((entry) => !stays.has(entry) && !isInClear(entry));
  if (entries.length === 0) return;
  await endingIn(privateStore).set(entries);
  await keys.take(entries);
  await finishEnding(here);
  for (const database of ended) {
    await checkpointsIn(privateStore).forget(database);
    await inDoubtIn(privateStore).forget(database);
  }
};

/** Rows whose keys were taken by a page that was closed before they went: nothing opens them any more. Before the store is opened. */
export const finishEnding = async ({ privateStore, storeName }: Omit<Here, "keys">): Promise<void> => {
  const entries = await endingIn(privateStore).get();
  if (!entries) return;
  await removeRows(storeName, entries);
  await endingIn(privateStore).done();
};

const entryIn = async (keys: UnlockedKeys, database: string): Promise<string> =>
  entryOfName(await keys.nameOf(database, ""));
