import { err, ok, type Result } from "../model/result.ts";

/**
 * Reads a Ukrainian tax number (РНОКПП): 10 digits, the first five the days since 31 December 1899, the ninth odd for
 * men, the last a check digit. Some people refuse the number on religious grounds: never required. The number itself
 * is never in an error. Source: domain reference 5.6.
 */
export const readRnokpp = (text: string): Result<Rnokpp, RnokppError> => {
  const digits = text.replace(/\s/g, "");
  if (!/^\d{10}$/.test(digits)) return err({ type: "NotTenDigits" });
  if (checkDigit(digits) !== Number(digits[9])) return err({ type: "WrongCheckDigit" });
  return ok({ birthDate: birthDateIn(digits), sex: Number(digits[8]) % 2 === 1 ? "m" : "f" });
};

/** `birthDate` is ISO 8601. */
export type Rnokpp = { readonly birthDate: string; readonly sex: "f" | "m" };

export type RnokppError = { readonly type: "NotTenDigits" | "WrongCheckDigit" };

const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

const checkDigit = (digits: string): number => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (((sum % 11) + 11) % 11) % 10;
};

const dayZero = Date.UTC(1899, 11, 31);
const millisecondsADay = 86_400_000;

const birthDateIn = (digits: string): string =>
  new Date(dayZero + Number(digits.slice(0, 5)) * millisecondsADay).toISOString().slice(0, 10);
