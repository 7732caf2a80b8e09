import { err, ok, type Result } from "../model/result.ts";
import { fullYearsIn, isMonths, marksBirthYear, monthNamed } from "./age-words.ts";
import type { Birth } from "./birth.ts";
import { parseBirthDate } from "./birth-date.ts";

/**
 * Reads the one box for an age as people say and write it: `34`, `34 р.`, `2 lata`, `5 міс`, a year `1985` or `1985 р.`, a month
 * `07.1985` or `липень 1985`, a day `12.07.1985` or `12 липня 1985` (also with / - , or spaces, the year first, two digits of the
 * year). Nothing typed is nothing known; a child of months has the age of its full years. What is about an age or between two is
 * not understood, rather than taken for one of them. `today` is an ISO day.
 */
export const readAge = (typed: string, today: string): Result<Birth | undefined, AgeError> => {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return ok(undefined);
  if (!/^[\p{L}\d][\p{L}\p{M}\d\s.,/'’-]*$/u.test(text)) return notUnderstood;
  const parts = text.match(/\d+|\p{L}+/gu) ?? [];
  const age = spokenAge(parts);
  if (age !== undefined) return ageOf(age, today);
  // "10-12" is said of a child between ten and twelve, and could be October 2012.
  if (/^\d{1,2}\s*-\s*\d{1,2}$/.test(text)) return notUnderstood;
  return dateOf(parts, today);
};

/** `34`, `34 роки`, `2 роки 3 міс`: full years. */
const spokenAge = (parts: readonly string[]): number | undefined => {
  const [first = "", ...rest] = parts;
  if (!/^\d{1,3}$/.test(first)) return undefined;
  if (rest.length === 0) return Number(first);
  const numberAt = rest.findIndex((part) => /^\d/.test(part));
  if (numberAt < 0) return fullYearsIn(Number(first), rest.join(""));
  const [unit, more, monthsOf] = [
    rest.slice(0, numberAt).join(""),
    Number(rest[numberAt]),
    rest.slice(numberAt + 1).join(""),
  ];
  return more < 12 && !isMonths(unit) && isMonths(monthsOf) ? fullYearsIn(Number(first), unit) : undefined;
};

const dateOf = (parts: readonly string[], today: string): Result<Birth, AgeError> => {
  const isName = (part: string) => /^\p{L}/u.test(part);
  const told = parts.filter((part, place) => !(isName(part) && marksBirthYear(part) && isYearBeside(parts, place)));
  const named = told.map((part) => (isName(part) ? (monthNamed(part) ?? part) : part));
  // "July 12, 1990": the name comes first where a day and a year follow.
  const ordered = told.length === 3 && isName(told[0] ?? "") ? [named[1] ?? "", named[0] ?? "", named[2] ?? ""] : named;
  if (!ordered.every((part) => /^\d{1,4}$/.test(part)) || ordered.length > 3) return notUnderstood;
  const [year = "", month, day] = ordered[0]?.length === 4 ? ordered : ordered.toReversed();
  const date = parseBirthDate([fullYear(year, today), ...[month, day].flatMap(twoDigits)].join("-"), today);
  if (!date.ok) return err({ type: date.error.type === "NotADate" ? "AgeNotUnderstood" : date.error.type });
  return ok({ precision: ordered.length === 3 ? "day" : ordered.length === 2 ? "month" : "year", date: date.value });
};

/** Whether a year of four digits stands before or behind the word, other words of its kind between them. */
const isYearBeside = (parts: readonly string[], place: number): boolean => {
  const isYear = (part: string | undefined) => part !== undefined && /^\d{4}$/.test(part);
  const before = parts.slice(0, place).findLast((part) => !marksBirthYear(part));
  const after = parts.slice(place + 1).find((part) => !marksBirthYear(part));
  return isYear(before) || isYear(after);
};

const notUnderstood = err({ type: "AgeNotUnderstood" } as const);

export type AgeError = {
  readonly type: "AgeNotUnderstood" | "ImpossibleDate" | "BirthDateInFuture" | "OlderThan120";
};

/** What would be typed to say this. */
export const ageText = (birth: Birth | undefined): string => {
  switch (birth?.precision) {
    case "day":
    case "month":
    case "year":
      return birth.date.split("-").toReversed().join(".");
    case "age":
      return String(birth.age);
    default:
      return "";
  }
};

const ageOf = (age: number, today: string): Result<Birth, AgeError> =>
  age > 120 ? err({ type: "OlderThan120" }) : ok({ precision: "age", age, asOf: today });

/** Two digits are a year that is not in the future. */
const fullYear = (year: string, today: string): string => {
  if (year.length !== 2) return year;
  return Number(`20${year}`) > Number(today.slice(0, 4)) ? `19${year}` : `20${year}`;
};

const twoDigits = (part: string | undefined): string[] => (part === undefined ? [] : [part.padStart(2, "0")]);
