import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SealedStore } from "../../../../src/device/open-device.ts";
import { openPrivateStore } from "../../../../src/device/private-store/open-private-store.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A shelf of which the first so many looks fail, as when the browser drops the connection. */
const aShelf = (failures: number) => {
  const get = vi.fn(async () => {
    if (get.mock.calls.length <= failures) throw new DOMException("gone", "AbortError");
    return JSON.stringify({ id: "intake:1" });
  });
  const nameOf = async (_: string, text: string) => text;
  const keys = { holder: "h", nameOf, seal: async () => "", open: async (_: string, __: string, box: string) => box };
  return openPrivateStore({ get } as unknown as SealedStore, keys);
};

test("A draft is read though the connection was lost just then", async () => {
  const reading = aShelf(3).drafts.read("intake:1");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await reading).toEqual({ id: "intake:1" });
});

test("A shelf that stays away is an error, not an empty draft", async () => {
  const reading = expect(aShelf(4).drafts.read("intake:1")).rejects.toThrow("gone");
  await vi.advanceTimersByTimeAsync(3_000);
  await reading;
});
