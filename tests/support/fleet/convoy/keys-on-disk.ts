import { type Holder, ownUses } from "../../../../src/device/keyring/holder.ts";
import { type UnlockedKeys, unlockedKeysOf } from "../../../../src/device/keyring/unlocked-keys.ts";

/** The keys of one person as a phone keeps them: each page that unlocks them has its own in memory, and all of them one disk. */
export const keysOnDisk = async (): Promise<() => UnlockedKeys> => {
  const own = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [...ownUses]);
  let disk: Holder["keys"] = {};
  return () =>
    unlockedKeysOf(
      { id: "holder", keys: disk } as Holder,
      own,
      async (_, made) => {
        disk = { ...made, ...disk };
        return disk;
      },
      async (_, entries) => {
        disk = Object.fromEntries(Object.entries(disk).filter(([entry]) => !entries.includes(entry)));
      },
    );
};
