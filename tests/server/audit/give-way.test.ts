import { expect, test } from "vitest";
import { openGivingWay } from "../../../server/audit/give-way.ts";

/** A process that was so busy at each look; at the last one for ever. */
const aProcess = (...utilizations: readonly number[]) => {
  let waited = 0;
  const at = () => utilizations[Math.min(waited, utilizations.length) - 1] ?? 0;
  const look = (milliseconds: number) => {
    waited += 1;
    spent += milliseconds;
    return Promise.resolve(at());
  };
  let spent = 0;
  return { look, spent: () => spent };
};

test("A calm process is not waited for", async () => {
  const { look, spent } = aProcess(0.1);
  await openGivingWay(look).giveWay();
  expect(spent()).toBe(50);
});

test("A busy one is waited for until it is calm", async () => {
  const { look, spent } = aProcess(1, 0.9, 0.7, 0.69);
  await openGivingWay(look).giveWay();
  expect(spent()).toBe(200);
});

test("One that is always busy is waited for ten seconds in a round, not again for each page, and again in the next round", async () => {
  const { look, spent } = aProcess(1);
  const { giveWay, renew } = openGivingWay(look);
  for (let page = 0; page < 5; page += 1) await giveWay();
  expect(spent()).toBe(10_000);
  renew();
  await giveWay();
  expect(spent()).toBe(20_000);
});

test("How busy this very process is can be asked", async () => {
  await expect(openGivingWay().giveWay()).resolves.toBeUndefined();
});
