import { expect, test } from "vitest";
import { numberInSeries } from "../../../../src/domain/numbers/number-series.ts";
import { cardText, formatShortCode } from "../../../../src/domain/numbers/short-code.ts";
import { cardSheets, cardsOnSheet } from "../../../../src/features/cards/print/card-sheets.ts";
import { readCodes } from "../../../../src/ui/scanner/decode/read-code.ts";

const numbers = Array.from({ length: cardsOnSheet + 1 }, (_, place) => numberInSeries(20_450, place));
const file = cardSheets(numbers);
const pages = file.split("stream\n").filter((_, at) => at % 2 === 1);

test("A file has a page for 24 cards, and each object lies where the table says", () => {
  expect(pages).toHaveLength(2);
  expect(file).toContain("/Count 2");
  const table = /xref\n0 (\d+)\n0{10} 65535 f \n((?:\d{10} 00000 n \n)+)/.exec(file);
  const places = [...(table?.[2] ?? "").matchAll(/^\d{10}/gm)].map(([place]) => Number(place));
  expect(places).toHaveLength(Number(table?.[1]) - 1);
  for (const [at, place] of places.entries()) expect(file.slice(place)).toMatch(new RegExp(`^${at + 1} 0 obj\n`));
  expect(file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1]))).toMatch(/^xref/);
});

test("A card says its number and nothing else", () => {
  const texts = [...file.matchAll(/\(([^)]*)\) Tj/g)].map(([, text]) => text);
  expect(texts).toEqual(numbers.flatMap((number) => formatShortCode(number).split(" ")));
  expect(file).not.toMatch(/\/(Author|Creator|Producer|Title|CreationDate)/);
});

test("Each code is read as the number beside it", () => {
  for (const [at, number] of numbers.slice(0, cardsOnSheet).entries())
    expect(readCodes(printed(pages[0] ?? "", at))).toEqual([cardText(number)]);
});

/** What lies in the place of one card, four pixels to a point. */
const printed = (content: string, at: number) => {
  const frames = [...content.matchAll(/G ([\d. ]+) re S/g)].map(([, four = ""]) => four.split(" ").map(Number));
  const [left = 0, bottom = 0, wide = 0, high = 0] = frames[at] ?? [];
  const [width, height] = [Math.ceil(wide * 4), Math.ceil(high * 4)];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [, x = "", y = "", w = "", h = ""] of content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f/g)) {
    const [x0, x1] = [Number(x) - left, Number(x) + Number(w) - left];
    const [y0, y1] = [Number(y) - bottom, Number(y) + Number(h) - bottom];
    if (x0 < 0 || y0 < 0 || x1 > wide || y1 > high) continue;
    for (let row = Math.round((high - y1) * 4); row < Math.round((high - y0) * 4); row++)
      for (let column = Math.round(x0 * 4); column < Math.round(x1 * 4); column++)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  }
  return { width, height, data };
};
