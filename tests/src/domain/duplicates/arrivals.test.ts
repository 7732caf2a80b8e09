import { expect, test } from "vitest";
import { otherArrivals } from "../../../support/duplicates/other-arrivals.ts";
import { type Measured, registerAll } from "../../../support/duplicates/register-all.ts";
import { readRegistered } from "../../../support/duplicates/registered.ts";

const tell = (of: string, { recall, probableRecall, precision, stripsPerHundred, times }: Measured) =>
  console.log(
    `${of}: recall ${recall.toFixed(3)}, probable of these ${probableRecall.toFixed(3)}, precision of probable ${precision.toFixed(3)}, ` +
      `strips ${stripsPerHundred.toFixed(2)} for 100 new people, a check ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`,
  );
const at = (times: readonly number[], share: number): string =>
  (times[Math.floor(times.length * share)] ?? 0).toFixed(1);

test("Of 5,000 who arrive one after the other nearly all who were there before are known again, and hardly anybody else", () => {
  const arrivals = readRegistered();
  const measured = registerAll(arrivals);
  tell("the sample", measured);
  expect(arrivals.pairs.filter(({ isSame }) => isSame).length).toBeGreaterThan(150);
  expect(measured.recall).toBeGreaterThanOrEqual(0.97);
  expect(measured.precision).toBeGreaterThanOrEqual(0.97);
  expect(measured.probableRecall).toBeGreaterThan(0.5);
  expect(measured.stripsPerHundred).toBeLessThanOrEqual(4);
  expect(measured.trapped).toEqual([]);
});

test.each([1, 2, 3])("So it is with other names and other errors (%i)", (seed) => {
  const arrivals = otherArrivals(seed, 600);
  const measured = registerAll(arrivals);
  tell(`others, ${seed}`, measured);
  expect(arrivals.pairs.filter(({ isSame }) => isSame).length).toBeGreaterThan(100);
  expect(measured.recall).toBeGreaterThanOrEqual(0.95);
  expect(measured.precision).toBeGreaterThanOrEqual(0.95);
  expect(measured.stripsPerHundred).toBeLessThanOrEqual(6);
  expect(measured.trapped).toEqual([]);
});
