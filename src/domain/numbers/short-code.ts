import { err, ok, type Result } from "../model/result.ts";
import { dammDigit } from "./damm.ts";

/** Device blocks from here on are pre-printed on paper forms. */
export const firstPaperBlock = 9000;

/** Nine digits: the device's block (1 to 9999), its counter (0 to 9999), a Damm digit. Source: domain reference 5.8. */
export const shortCode = (block: number, counter: number): string => {
  const digits = fourDigits(block) + fourDigits(counter);
  return digits + dammDigit(digits);
};

/** In threes, to be read aloud: `105 200 020`. */
export const formatShortCode = (code: string): string => code.replace(/(\d{3})(?=\d)/g, "$1 ");

/** What stands in the code of a card: the number and nothing of a person. Source: domain reference 5.8. */
export const cardText = (code: string): string => `RR1:${code}`;

/** The number in the code of a card; undefined for a code of another kind, and for a number with a wrong digit. */
export const numberInCard = (text: string): string | undefined => {
  const read = /^RR1:\d{9}$/.test(text) ? parseShortCode(text) : undefined;
  return read?.ok ? read.value.code : undefined;
};

/** Reads what a volunteer typed or a camera saw: spaces, dashes, dots and the QR prefix `RR1:` do not matter. */
export const parseShortCode = (text: string): Result<ShortCode, ShortCodeError> => {
  const code = text.replace(/^\s*RR1:/i, "").replace(/[\s.\-–—]/g, "");
  if (!/^\d{9}$/.test(code)) return err({ type: "NotNineDigits" });
  if (dammDigit(code) !== 0) return err({ type: "WrongCheckDigit" });
  return ok({ code, block: Number(code.slice(0, 4)), counter: Number(code.slice(4, 8)) });
};

/** `code` is the nine digits without spaces. */
export type ShortCode = { readonly code: string; readonly block: number; readonly counter: number };

export type ShortCodeError = { readonly type: "NotNineDigits" | "WrongCheckDigit" };

const fourDigits = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`not a four-digit number: ${value}`);
  return String(value).padStart(4, "0");
};
