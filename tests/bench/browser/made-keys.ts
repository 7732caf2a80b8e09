import { type UnlockedKeys, unlockedKeysOf } from "../../../src/device/keyring/unlocked-keys.ts";

/** Keys as whoever unlocked the phone has them, without the second that a passphrase takes. */
export const madeKeys = async (): Promise<UnlockedKeys> => {
  const own = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
  const holder = {
    id: "bench",
    mark: { salt: "", hash: "" },
    derivation: { version: 1, memory: 0, passes: 0, lanes: 0, salt: "" },
    byPassphrase: "",
    keys: {},
    tries: { wrong: 0, until: 0 },
  } as const;
  return unlockedKeysOf(
    holder,
    own,
    async ({ keys }, made) => ({ ...keys, ...made }),
    async () => {},
  );
};
