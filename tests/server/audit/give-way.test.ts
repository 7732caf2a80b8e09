import { expect, test } from "vitest";
import { openGivingWay } from "../../../server/audit/give-way.ts";

/** A process that was so busy at each look, and at all that follow as at the last; each takes so many milliseconds more than it is asked to. */
const aProcess = (late: number, ...utilizations: readonly number[]) => {
  let looks = 0;
  let now = 0;
  const look = (milliseconds: number) => {
    now += milliseconds + late;
    looks += 1;
    return Promise.resolve(utilizations[Math.min(looks, utilizations.length) - 1] ?? 0);
  };
  return { ...openGivingWay(look, () => now), spent: () => now };
};

test("A calm process is not waited for", async () => {
  const { giveWay, spent } = aProcess(0, 0.1);
  await giveWay();
  expect(spent()).toBe(50);
});

test("A busy one is waited for until it is calm", async () => {
  const { giveWay, spent } = aProcess(0, 1, 0.9, 0.7, 0.69);
  await giveWay();
  expect(spent()).toBe(200);
});

test.each([0, 200])(
  "One that is always busy, and %i ms late, is waited for ten seconds in a round, not again for each page, and again in the next round",
  async (late) => {
    const { giveWay, renew, spent } = aProcess(late, 1);
    for (let page = 0; page < 5; page += 1) await giveWay();
    expect(spent()).toBe(10_000);
    renew();
    await giveWay();
    expect(spent()).toBe(20_000);
  },
);

test("How busy this very process is can be asked", async () => {
  await expect(openGivingWay().giveWay()).resolves.toBeUndefined();
});
