import { entryOfName } from "../../device/keyring/names-on-disk.ts";
import type { UnlockedKeys } from "../../device/keyring/unlocked-keys.ts";
import { checkpointsIn, endingIn, inDoubtIn } from "../../device/private-store/checkpoints.ts";
import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import { removeRows } from "../../device/storage/rows-on-disk.ts";
import { listKept } from "../access/managed-phones.ts";

type Here = {
  readonly keys: UnlockedKeys;
  readonly privateStore: PrivateStore;
  /** The name of this person's store. */
  readonly storeName: string;
};

/**
 * Takes off this phone what lies in databases that its account may no longer read: their keys first, so that nothing is left to be read, then
 * their rows and where pulling stood, and the list of people that a lead led. `mayGo` is asked last of all, for somebody may have written there meanwhile.
 * Answers those that are gone. Cut off anywhere, the next contact or start goes on.
 */
export const endRights = async (
  here: Here,
  ended: readonly string[],
  mayGo: (database: string) => boolean,
): Promise<readonly string[]> => {
  const { keys, privateStore } = here;
  await finishEnding(here);
  const entries = new Map<string, string>();
  for (const database of ended) entries.set(database, entryOfName(await keys.nameOf(database, "")));
  for (const database of ended) {
    await checkpointsIn(privateStore).forget(database);
    await inDoubtIn(privateStore).forget(database);
  }
  await privateStore.settings.remove(listKept);
  await endingIn(privateStore).set([...entries.values()]);
  const gone = ended.filter(mayGo);
  await keys.take(gone.flatMap((database) => entries.get(database) ?? []));
  await finishEnding(here);
  return gone;
};

/** Removes rows whose keys were taken by a page that was closed before they went, and of which no new key was made. Before the store is opened. */
export const finishEnding = async ({ keys, privateStore, storeName }: Here): Promise<void> => {
  const entries = await endingIn(privateStore).get();
  if (!entries) return;
  await removeRows(
    storeName,
    entries.filter((entry) => !keys.entries().includes(entry)),
  );
  await endingIn(privateStore).done();
};
