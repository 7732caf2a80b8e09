import { expect, test } from "vitest";
import { readCode } from "../../../../src/ui/scanner/decode/read-code.ts";
import { cameraFrame } from "../../../support/scanning/camera-frame.ts";

const card = "RR1:204501236";
const seeds = Array.from({ length: 40 }, (_, at) => at + 1);

test("A card is read in 19 of 20 pictures: turned, tilted, blurred, pale, noisy, with a reflection", () => {
  const read = seeds.map((seed) => readCode(cameraFrame(seed, card)));
  expect(read.filter((text) => text !== undefined && text !== card)).toEqual([]);
  expect(read.filter((text) => text === card).length).toBeGreaterThanOrEqual(0.95 * seeds.length);
});

test("A picture without a code is no code", () => {
  const { width, height, data } = cameraFrame(1, card);
  expect(readCode({ width, height, data: data.fill(128) })).toBeUndefined();
});
