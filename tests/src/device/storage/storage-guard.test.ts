import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isStorageFull } from "../../../../src/device/storage/is-storage-full.ts";
import { openStorageGuard } from "../../../../src/device/storage/storage-guard.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const full = () => new DOMException("no room", "QuotaExceededError");

/** A disk with so much room; the ballast takes one part of it, a save another. */
const aDisk = (left: number) => {
  const disk = { left, hasBallast: false };
  const said: boolean[] = [];
  const room = openStorageGuard(
    {
      allocate: async () => {
        if (disk.hasBallast) return "wasThere";
        if (disk.left < 1) return false;
        disk.left -= 1;
        disk.hasBallast = true;
        return "laid";
      },
      fits: async () => disk.left >= 1,
      release: async () => {
        if (!disk.hasBallast) return false;
        disk.hasBallast = false;
        disk.left += 1;
        return true;
      },
    },
    (isFull) => said.push(isFull),
  );
  const write = async () => {
    if (disk.left < 1) throw full();
    disk.left -= 1;
    return "saved";
  };
  return { disk, said, room, write };
};

test("The phone is full: the ballast goes, the form is saved, and it is said", async () => {
  const { room, said, write } = aDisk(1);
  await room.prepare();
  expect(await room.save(write)).toBe("saved");
  expect(said).toEqual([true]);
});

test("There is no ballast left: the save fails, so that nobody takes it for saved", async () => {
  const { room, write } = aDisk(0);
  const answer = expect(room.save(write)).rejects.toThrow("no room");
  await vi.advanceTimersByTimeAsync(3_000);
  await answer;
});

test("A draft and the form itself at once: one gives the ballast up, and there is room for both a moment later", async () => {
  const { disk, room, write } = aDisk(1);
  await room.prepare();
  const answers = Promise.all([room.save(write), room.save(write)]);
  await vi.advanceTimersByTimeAsync(100);
  disk.left += 1; // what was dropped counts as free only now
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answers).toEqual(["saved", "saved"]);
});

test("Receiving stops with the first refusal, and goes on once there is room for the ballast and as much again", async () => {
  const { disk, room, said, write } = aDisk(1);
  await room.prepare();
  expect(await room.hasSpace()).toBe(true);
  await room.save(write);
  expect(await room.hasSpace()).toBe(false);
  await room.prepare();
  expect(disk.hasBallast).toBe(false);
  disk.left = 1;
  expect(await room.hasSpace()).toBe(false);
  expect(disk).toEqual({ left: 1, hasBallast: false });
  disk.left = 2;
  expect(await room.hasSpace()).toBe(true);
  expect(disk).toEqual({ left: 1, hasBallast: true });
  expect(said).toEqual([true, false]);
});

test("What was received found no room: the ballast stays for what is saved, until not even a mark can be written", async () => {
  const { disk, room } = aDisk(1);
  await room.prepare();
  await room.reportFull();
  expect(disk.hasBallast).toBe(true);
  await room.reportFull();
  expect(disk.hasBallast).toBe(false);
});

test("Another failure is not taken for a full phone", async () => {
  const { room, said } = aDisk(1);
  await expect(room.save(() => Promise.reject(new DOMException("lost", "UnknownError")))).rejects.toThrow("lost");
  expect(said).toEqual([]);
});

test.each([
  [full(), true],
  [{ name: "AbortError", inner: full() }, true],
  [{ name: "BulkError", failures: [{ name: "ConstraintError" }, { name: "AbortError", inner: full() }] }, true],
  [new DOMException("gone", "AbortError"), false],
  ["full", false],
  [undefined, false],
])("%o is a full disk: %s", (error, is) => {
  expect(isStorageFull(error)).toBe(is);
});
