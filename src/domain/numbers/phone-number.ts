import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A number as it was given, and in E.164 when it can be dialled. */
export type PhoneNumber = { readonly raw: string; readonly e164?: string };

/**
 * Reads a number that a volunteer typed; `country` is the flag that was chosen. A number without country code is taken
 * for one of that country, else for a Polish one, else for a Ukrainian one. The old trunk prefix 8 before 0 is dropped.
 * Short numbers (112, 116111) and broken ones keep only their raw form. Source: domain reference 5.10.
 */
export const parsePhoneNumber = (raw: string, country: "PL" | "UA" = "PL"): PhoneNumber => {
  const typed = raw.trim();
  const number = typed.replace(/^8[\s\-–(]*(?=0)/, "");
  for (const candidate of candidates(number, country)) {
    const e164 = valid(candidate.number, candidate.country);
    if (e164 !== undefined) return { raw: typed, e164 };
  }
  return { raw: typed };
};

type Candidate = { readonly number: string; readonly country: CountryCode };

const candidates = (number: string, country: "PL" | "UA"): readonly Candidate[] => {
  const digits = number.replace(/\D/g, "");
  const countries: readonly CountryCode[] = digits.startsWith("0") || country === "UA" ? ["UA", "PL"] : ["PL", "UA"];
  const asTyped = countries.map((tried) => ({ number, country: tried }));
  return /^(380|48)/.test(digits) ? [...asTyped, { number: `+${digits}`, country }] : asTyped;
};

const valid = (number: string, country: CountryCode): string | undefined => {
  const parsed = parsePhoneNumberFromString(number, country);
  if (!parsed?.isValid()) return undefined;
  const digits = nationalDigits[parsed.countryCallingCode];
  return digits === undefined || digits === parsed.nationalNumber.length ? parsed.number : undefined;
};

/** Both countries have one length; the small metadata of the library would let shorter numbers pass. */
const nationalDigits: Readonly<Record<string, number>> = { 48: 9, 380: 9 };
