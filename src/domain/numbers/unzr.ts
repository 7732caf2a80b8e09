import { isoDate } from "../dates/calendar-date.ts";
import { err, ok, type Result } from "../model/result.ts";
import { mrzCheckDigit } from "./mrz-check-digit.ts";

/**
 * Reads a Ukrainian registry number (УНЗР) `YYYYMMDD-NNNNC`: birth date, serial, check digit by the 7-3-1 method. The
 * check rule still awaits three real cards, so a wrong digit is a warning, never a refusal. The number itself is never
 * in an error. Source: domain reference 5.6.
 */
export const readUnzr = (text: string): Result<Unzr, UnzrError> => {
  const digits = text.replace(/[\s\-–]/g, "");
  if (!/^\d{13}$/.test(digits)) return err({ type: "NotThirteenDigits" });
  const birthDate = isoDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
  if (birthDate === undefined) return err({ type: "ImpossibleDate" });
  if (mrzCheckDigit(digits.slice(0, 12)) !== Number(digits[12])) return err({ type: "WrongCheckDigit" });
  return ok({ birthDate });
};

/** `birthDate` is ISO 8601. */
export type Unzr = { readonly birthDate: string };

export type UnzrError = { readonly type: "NotThirteenDigits" | "WrongCheckDigit" | "ImpossibleDate" };
