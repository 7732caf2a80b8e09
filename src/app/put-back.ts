import { deviceId } from "../device/device-id.ts";
import type { Settings } from "../device/open-device.ts";
import type { Store } from "../store/open-store.ts";
import { leave, type Person } from "./person.ts";

type Here = {
  readonly settings: Settings;
  readonly person: Person;
  readonly store: Pick<Store, "putBack">;
  /** The name of their store. */
  readonly device: string;
};

/**
 * Browsers empty the storage under a running page. What is only in its memory is then written again: the keys, what was not sent, and
 * last the account that they belong to, by whose absence one tells that something is missing. Done once all of it is on the disk,
 * whoever else is putting it back meanwhile; nothing of a person who was wiped comes back.
 */
export const putBack = async ({ settings, person, store, device }: Here): Promise<void> => {
  const { keys, locker } = person;
  if (!(await keys.putBack())) return;
  if ((await locker.settings.get("account")) !== undefined) return;
  await store.putBack();
  await deviceId(settings, keys.holder, device);
  await leave(person);
};
