import { numbersIn, type PhoneNumber, parsePhoneNumber } from "./phone-number.ts";

/** What is equal for two spellings of one number: its last nine digits, as many as there are without the code of the country. Nothing for less than a number. */
export const phoneKey = ({ raw, e164 }: PhoneNumber): string | undefined => {
  const digits = (e164 ?? raw).replace(/\D/g, "");
  return digits.length >= shortest ? digits.slice(-national) : undefined;
};

/** The same of each number that stands there: two may have been typed into one box. */
export const phoneKeys = (phone: PhoneNumber): readonly string[] => {
  const others = digitsIn(phone.raw) > oneNumber ? numbersIn(phone.raw).map((raw) => parsePhoneNumber(raw)) : [];
  return [...new Set([phone, ...others].flatMap((one) => phoneKey(one) ?? []))];
};

/** So many digits are enough to look for a number by its end. */
export const fewestDigits = 4;

export const lastDigits = (key: string): string => key.slice(-fewestDigits);

/** What a number ends in that is typed to find it: all of it without the code of its country, or the last digits; nothing for a text that is no part of a number. */
export const phoneEnd = (typed: string): string | undefined => {
  if (!/^[\d\s+()./–-]+$/.test(typed.trim())) return undefined;
  const digits = typed.replace(/\D/g, "");
  if (digits.length < fewestDigits) return undefined;
  const { e164 } = parsePhoneNumber(typed);
  return e164 ? phoneKey({ raw: typed, e164 }) : digits.slice(-national);
};

const digitsIn = (text: string): number => text.replace(/\D/g, "").length;

const [shortest, national, oneNumber] = [7, 9, 12];
