import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A number as it was given, and in E.164 when it can be dialled. */
export type PhoneNumber = { readonly raw: string; readonly e164?: string };

export type PhoneCountry = "PL" | "UA";

/**
 * Reads a number that a volunteer typed. Its country is read from it where it says so (`+48`, `380…`, a leading 0); nine digits that
 * are a number in Poland and in Ukraine alike are dialled only where somebody said which (`country`). The old trunk prefix 8
 * before 0 is dropped. Of two numbers the first is dialled; what else was typed stays in the raw form (an extension, a remark), as do
 * short numbers (112, 116111) and broken ones. Source: domain reference 5.10.
 */
export const parsePhoneNumber = (raw: string, country?: PhoneCountry): PhoneNumber => {
  const typed = raw.trim();
  const [found, ...others] = numbersFor(dialledIn(typed), country);
  const isTold = country !== undefined || others.every((other) => other === found);
  return found !== undefined && isTold ? { raw: typed, e164: found } : { raw: typed };
};

/** Whether somebody has to say of which country a number is. */
export const isOfEitherCountry = (raw: string): boolean => new Set(numbersFor(dialledIn(raw), undefined)).size > 1;

/** What of a text is dialled: the first number in it, without the old trunk prefix; empty where digits and words are mixed. */
export const dialledIn = (text: string): string => {
  const first = runsIn(text).find(isNumber);
  const isOne = digitsOf(text).length <= longestNumber && !/\d\D*\p{L}\D*\d/u.test(text.slice(0, longestText));
  return withoutTrunk(first ?? (isOne ? text : (runsIn(text)[0] ?? "")));
};

/** The numbers in a text, as they stand there: what between other signs and words is a whole number on its own. */
export const numbersIn = (text: string): readonly string[] => runsIn(text).filter(isNumber);

const isNumber = (run: string): boolean => numbersFor(withoutTrunk(run), undefined).length > 0;

/** Digits as they stand together. An extension (`wew. 12`) is too short for a number. */
const runsIn = (text: string): readonly string[] =>
  (text.slice(0, longestText).match(/\+?(?:\d{0,3}[\s-]?\(\d{1,5}\)|\d)[\d\s.–-]*/gu) ?? []).flatMap((run) =>
    digitsOf(run).length >= 7 ? [run.replace(/[\s.–-]+$/u, "")] : [],
  );

const withoutTrunk = (number: string): string => number.trim().replace(/^8[\s\-–(]*(?=0)/, "");

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Characters that are looked at; more is no telephone number. */
const longestText = 80;

/** Digits of a number with its country code and the 8 of old: 380 and nine, or 80 and nine. */
const longestNumber = 12;

type Candidate = { readonly number: string; readonly country: CountryCode };

/** A number with a country code in it is of one country whatever it is tried for. */
const candidates = (number: string, country: PhoneCountry | undefined): readonly Candidate[] => {
  const digits = digitsOf(number);
  const ukrainianFirst = digits.startsWith("0") || country === "UA";
  const tried: readonly CountryCode[] =
    digits.startsWith("0") && country === undefined ? ["UA"] : ukrainianFirst ? ["UA", "PL"] : ["PL", "UA"];
  if (number.startsWith("+")) return [{ number, country: tried[0] ?? "PL" }];
  const asTyped = tried.map((one) => ({ number, country: one }));
  return /^(380|48)/.test(digits) ? [...asTyped, { number: `+${digits}`, country: tried[0] ?? "PL" }] : asTyped;
};

/** The numbers in E.164 that a text may be; the likeliest first. */
const numbersFor = (number: string, country: PhoneCountry | undefined): readonly string[] =>
  candidates(number, country).flatMap((one) => valid(one.number, one.country) ?? []);

const valid = (number: string, country: CountryCode): string | undefined => {
  const parsed = parsePhoneNumberFromString(number, country);
  // The library writes numbers of some countries with a digit that nobody typed.
  if (!parsed?.isValid() || !digitsOf(number).includes(parsed.nationalNumber)) return undefined;
  const digits = nationalDigits[parsed.countryCallingCode];
  return digits === undefined || digits === parsed.nationalNumber.length ? parsed.number : undefined;
};

/** Both countries have one length; the small metadata of the library would let shorter numbers pass. */
const nationalDigits: Readonly<Record<string, number>> = { 48: 9, 380: 9 };
