import { isoDate } from "../dates/calendar-date.ts";
import { err, ok, type Result } from "../model/result.ts";

/**
 * Reads a Polish PESEL: 11 digits `YYMMDDZZZXQ`, the century in the month, X odd for men, Q a check digit. A valid
 * number does not show the status UKR and is no proof of identity; its birth date may differ from the document's, so
 * warn and do not block. The number itself is never in an error. Source: domain reference 5.5.
 */
export const readPesel = (text: string): Result<Pesel, PeselError> => {
  const digits = text.replace(/\s/g, "");
  if (!/^\d{11}$/.test(digits)) return err({ type: "NotElevenDigits" });
  if (checkDigit(digits) !== Number(digits[10])) return err({ type: "WrongCheckDigit" });
  const birthDate = birthDateIn(digits);
  if (birthDate === undefined) return err({ type: "ImpossibleDate" });
  return ok({ birthDate, sex: Number(digits[9]) % 2 === 1 ? "m" : "f" });
};

/** `birthDate` is ISO 8601. */
export type Pesel = { readonly birthDate: string; readonly sex: "f" | "m" };

export type PeselError = { readonly type: "NotElevenDigits" | "WrongCheckDigit" | "ImpossibleDate" };

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

const checkDigit = (digits: string): number =>
  (10 - (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 10)) % 10;

/** First year of the century by how many twenties were added to the month. */
const centuries = [1900, 2000, 2100, 2200, 1800];

const birthDateIn = (digits: string): string | undefined => {
  const month = Number(digits.slice(2, 4));
  const century = centuries[Math.floor(month / 20)] ?? 0;
  return isoDate(century + Number(digits.slice(0, 2)), month % 20, Number(digits.slice(4, 6)));
};
