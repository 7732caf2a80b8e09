import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A number as it was given, and in E.164 when it can be dialled. */
export type PhoneNumber = { readonly raw: string; readonly e164?: string };

export type PhoneCountry = "PL" | "UA";

/**
 * Reads a number that a volunteer typed. Its country is read from it where it says so (`+48`, `380…`, a leading 0); nine digits that
 * are a number in Poland and in Ukraine alike are dialled only where somebody said which (`country`). The old trunk prefix 8
 * before 0 is dropped. Of two numbers the first is dialled; what else was typed stays in the raw form, as do short numbers (112,
 * 116111) and broken ones. Source: domain reference 5.10.
 */
export const parsePhoneNumber = (raw: string, country?: PhoneCountry): PhoneNumber => {
  const typed = raw.trim();
  const number = dialledIn(typed);
  const [found, ...others] = candidates(number, country).flatMap((one) => valid(one.number, one.country) ?? []);
  const isTold = country !== undefined || others.every((other) => other === found);
  return found !== undefined && isTold ? { raw: typed, e164: found } : { raw: typed };
};

/** Whether somebody has to say of which country a number is. */
export const isOfEitherCountry = (raw: string): boolean => {
  const number = dialledIn(raw.trim());
  return new Set(candidates(number, undefined).flatMap((one) => valid(one.number, one.country) ?? [])).size > 1;
};

/** The first number in a text that holds more than one, or words besides; without the old trunk prefix. */
export const dialledIn = (text: string): string => {
  const digits = text.replace(/\D/g, "");
  const runs = text.match(/\+?\(?\d[\d\s().–-]*/gu) ?? [];
  const first = runs.find((run) => run.replace(/\D/g, "").length >= 7);
  const number = digits.length > longestNumber && first !== undefined ? first : text;
  return number.trim().replace(/^8[\s\-–(]*(?=0)/, "");
};

/** Digits of a number with its country code and the 8 of old: 380 and nine, or 80 and nine. */
const longestNumber = 12;

type Candidate = { readonly number: string; readonly country: CountryCode };

/** A number with a country code in it is of one country whatever it is tried for. */
const candidates = (number: string, country: PhoneCountry | undefined): readonly Candidate[] => {
  const digits = number.replace(/\D/g, "");
  const ukrainianFirst = digits.startsWith("0") || country === "UA";
  const tried: readonly CountryCode[] =
    digits.startsWith("0") && country === undefined ? ["UA"] : ukrainianFirst ? ["UA", "PL"] : ["PL", "UA"];
  const asTyped = tried.map((one) => ({ number, country: one }));
  return /^(380|48)/.test(digits) ? [...asTyped, { number: `+${digits}`, country: tried[0] ?? "PL" }] : asTyped;
};

const valid = (number: string, country: CountryCode): string | undefined => {
  const parsed = parsePhoneNumberFromString(number, country);
  if (!parsed?.isValid()) return undefined;
  const digits = nationalDigits[parsed.countryCallingCode];
  return digits === undefined || digits === parsed.nationalNumber.length ? parsed.number : undefined;
};

/** Both countries have one length; the small metadata of the library would let shorter numbers pass. */
const nationalDigits: Readonly<Record<string, number>> = { 48: 9, 380: 9 };
