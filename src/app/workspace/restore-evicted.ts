import { deviceId, knownDeviceId } from "../../device/device-id.ts";
import type { Settings } from "../../device/open-device.ts";
import type { Store } from "../../store/open-store.ts";
import { rememberUser } from "../access/sign-in-or-unlock.ts";
import type { UnlockedUser } from "../access/unlocked-user.ts";

type Here = {
  readonly settings: Settings;
  readonly user: UnlockedUser;
  readonly store: Pick<Store, "restoreEvicted">;
  /** The name of their store. */
  readonly device: string;
};

/**
 * Browsers empty the storage under a running page. What is only in its memory is then written again: the keys, what was not sent, the
 * account that they belong to, and last the name of the store, which nobody else writes: by its absence one tells that something is
 * missing. Done once all of it is on the disk, whoever else is putting it back meanwhile; nothing of a person who was wiped comes
 * back.
 */
export const restoreEvicted = async ({ settings, user, store, device }: Here): Promise<void> => {
  const { keys } = user;
  if (!(await keys.restoreEvicted()) || (await knownDeviceId(settings, keys.holder))) return;
  await store.restoreEvicted();
  await rememberUser(user);
  await deviceId(settings, keys.holder, device);
};
