import { encodeQR } from "qr";
import { expect, test } from "vitest";
import { readCodes } from "../../../../src/ui/scanner/decode/read-code.ts";
import { cameraFrame } from "../../../support/scanning/camera-frame.ts";

const card = "RR1:204501236";
const seeds = Array.from({ length: 40 }, (_, at) => at + 1);

test("A card is read in 19 of 20 pictures: turned, tilted, blurred, pale, noisy, with a reflection", () => {
  const read = seeds.map((seed) => readCodes(cameraFrame(seed, card))[0]);
  expect(read.filter((text) => text !== undefined && text !== card)).toEqual([]);
  expect(read.filter((text) => text === card).length).toBeGreaterThanOrEqual(0.95 * seeds.length);
});

test("Two cards of a sheet side by side are two, wherever they lie, and none of them is taken for the one that is meant", () => {
  const other = "RR1:204501247";
  const [width, height] = [640, 480];
  const drawnAt = (places: readonly (readonly [text: string, left: number, top: number, scale: number])[]) => {
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (const [text, left, top, scale] of places)
      for (const [y, row] of encodeQR(text, "raw", { ecc: "quartile", border: 4 }).entries())
        for (const [x, isDark] of row.entries())
          for (let line = 0; isDark && line < scale; line++) {
            const at = ((top + y * scale + line) * width + left + x * scale) * 4;
            for (let column = 0; column < scale; column++) data.fill(0, at + column * 4, at + column * 4 + 3);
          }
    return { width, height, data };
  };
  const sides = [
    [20, 90, 10, 330, 90, 10],
    [20, 60, 7, 400, 200, 7],
    [0, 0, 12, 430, 250, 6],
  ] as const;
  for (const [x, y, scale, otherX, otherY, otherScale] of sides)
    expect(
      [
        ...readCodes(
          drawnAt([
            [card, x, y, scale],
            [other, otherX, otherY, otherScale],
          ]),
        ),
      ].sort(),
    ).toEqual([card, other]);
});

test("A picture without a code is no code", () => {
  const { width, height, data } = cameraFrame(1, card);
  expect(readCodes({ width, height, data: data.fill(128) })).toEqual([]);
});
