import { encodeQR } from "qr";
import { cardText, formatShortCode } from "../../../domain/numbers/short-code.ts";
import { type Mark, pdfOf } from "./pdf.ts";

/** Cards on a sheet: three in a row, eight rows, as labels of 63.5 × 33.9 mm lie on an A4 sheet. */
export const cardsOnSheet = 24;
const [columns, left, top, width, height, between] = [3, 6.45, 12.9, 63.5, 33.9, 2.5];
/** Millimetres of a module: a code of 21 is 23 mm wide, and its quiet edge four more on each side. */
const module = 1.1;
const edge = 4 * module;

/** Sheets of cards to cut out: each has a number and its code, and nothing else. */
export const cardSheets = (numbers: readonly string[]): string =>
  pdfOf(
    Array.from({ length: Math.ceil(numbers.length / cardsOnSheet) }, (_, sheet) =>
      numbers.slice(sheet * cardsOnSheet, (sheet + 1) * cardsOnSheet).flatMap(cardAt),
    ),
  );

const cardAt = (number: string, at: number): readonly Mark[] => {
  const x = left + (at % columns) * (width + between);
  const y = top + Math.floor(at / columns) * height;
  const digits = formatShortCode(number).split(" ");
  return [
    { type: "frame", x, y, width, height },
    ...codeAt(number, x, y + (height - 21 * module) / 2 - edge),
    ...digits.map((text, line): Mark => ({ type: "digits", x: x + 36, y: y + 11.5 + line * 8.5, size: 22, text })),
  ];
};

/** Dark modules that stand side by side are one box. */
const codeAt = (number: string, x: number, y: number): readonly Mark[] =>
  encodeQR(cardText(number), "raw", { ecc: "quartile", border: 4 }).flatMap((row, line) =>
    [
      ...row
        .map((isDark) => (isDark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
    ].map(
      (run): Mark => ({
        type: "box",
        x: x + run.index * module,
        y: y + line * module,
        width: run[0].length * module,
        height: module,
      }),
    ),
  );
