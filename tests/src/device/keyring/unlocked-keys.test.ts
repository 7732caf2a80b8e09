import { expect, test } from "vitest";
import type { Holder } from "../../../../src/device/keyring/holder.ts";
import { unlockedKeysOf } from "../../../../src/device/keyring/unlocked-keys.ts";

const noneTaken = async () => {};

test.each([
  ["once", 1],
  ["three times", 3],
])(
  "A key that could not be stored %s is made at the next use, and what waited for it is not sealed meanwhile",
  async (_, times) => {
    const own = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
    let disk: Holder["keys"] = {};
    let failures = times;
    const keys = unlockedKeysOf(
      { id: "holder", keys: {} } as unknown as Holder,
      own,
      async (_, made) => {
        if (failures-- > 0) throw new DOMException("full", "QuotaExceededError");
        disk = { ...made, ...disk };
        return disk;
      },
      noneTaken,
    );
    for (let round = 0; round < times; round += 1) {
      const both = await Promise.allSettled([keys.seal("trip-1", "a", "text"), keys.seal("trip-1", "b", "text")]);
      expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
      expect(disk).toEqual({});
    }
    const box = await keys.seal("trip-1", "row", "text");
    expect(Object.keys(disk).sort()).toEqual([expect.stringMatching(/^\.[\w-]{7}$/), "names"]);
    const later = unlockedKeysOf({ id: "holder", keys: disk } as unknown as Holder, own, async () => disk, noneTaken);
    expect(await later.open("trip-1", "row", box)).toBe("text");
  },
);
