import fc from "fast-check";
import { expect, test } from "vitest";
import { openNumberReserve } from "../../../../src/device/private-store/number-reserve.ts";
import type { PrivateStore } from "../../../../src/device/private-store/open-private-store.ts";
import { parseShortCode } from "../../../../src/domain/numbers/short-code.ts";

/** A disk that outlives the page. */
const aDisk = () => {
  const kept = new Map<string, unknown>();
  const settings = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    remove: async (key: string) => void kept.delete(key),
  } as unknown as PrivateStore["settings"];
  return { open: () => openNumberReserve(settings), settings };
};

test("A number is the block of the phone, a counter and a check digit", async () => {
  const reserve = aDisk().open();
  await reserve.settle([20_451], []);
  const [first = "", second] = await reserve.take(2);
  expect(first.slice(0, 8)).toBe("20451000");
  expect(second?.slice(0, 8)).toBe("20451001");
  expect(parseShortCode(first).ok).toBe(true);
});

test("No number is given twice, however often the page is left and by how many forms it is asked at once", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 4 }), { maxLength: 12 }),
      async (pages) => {
        const disk = aDisk();
        await disk.open().settle([11, 12], []);
        const numbers: string[] = [];
        for (const asked of pages) {
          const reserve = disk.open();
          numbers.push(...(await Promise.all(asked.map((count) => reserve.take(count)))).flat());
        }
        const wanted = pages.flat().reduce((sum, count) => sum + count, 0);
        expect(numbers).toHaveLength(Math.min(2_000, wanted));
        expect(new Set(numbers).size).toBe(numbers.length);
      },
    ),
    { numRuns: 50 },
  ));

test("A number that could not be written down as given is not given", async () => {
  const { settings } = aDisk();
  await openNumberReserve(settings).settle([11], []);
  const full = openNumberReserve({
    ...settings,
    set: async () => Promise.reject(new DOMException("full", "QuotaExceededError")),
  });
  await expect(full.take(1)).rejects.toThrow("full");
  expect(await openNumberReserve(settings).left()).toBe(1_000);
});

test("A series that is another phone's gives no number any more; one that is there is not begun again", async () => {
  const reserve = aDisk().open();
  await reserve.settle([11, 12], []);
  await reserve.take(10);
  await reserve.settle([11], [12]);
  expect(await reserve.held()).toEqual([11]);
  expect(await reserve.left()).toBe(990);
});
