import { err, ok, type Result } from "../model/result.ts";
import { type AgeRange, oldestAge } from "./age.ts";
import { marksBirthYear, monthNamed } from "./age-words.ts";
import type { Birth } from "./birth.ts";
import { parseBirthDate } from "./birth-date.ts";
import { spokenAge } from "./spoken-age.ts";

/**
 * Reads the one box for an age as people say and write it: an age or a range of ages (`spokenAge`), a year `1985` or `1985 р.`, a month
 * `07.1985` or `липень 1985`, a day `12.07.1985` or `12 липня 1985` (also with / - , or spaces, the year first, two digits of the
 * year). Nothing typed is nothing known; a child of months has the age of its full years. What could be one thing or another is not
 * understood, rather than taken for one of them. `today` is an ISO day.
 */
export const readAge = (typed: string, today: string): Result<Birth | undefined, AgeError> => {
  const text = typed.normalize("NFC").trim();
  if (text === "") return ok(undefined);
  if (text.length > longest) return notUnderstood;
  const age = spokenAge(text);
  if (age) return ageOf(age, today);
  if (!/^[\p{L}\d][\p{L}\p{M}\d\s.,/'’-]*$/u.test(text)) return notUnderstood;
  return dateOf(text.match(/\d+|\p{L}+/gu) ?? [], today);
};

/** Characters; nobody says more of an age. */
const longest = 40;

const dateOf = (parts: readonly string[], today: string): Result<Birth, AgeError> => {
  const isName = (part: string) => /^\p{L}/u.test(part);
  const told = parts.filter((part, place) => !(isName(part) && marksBirthYear(part) && isYearBeside(parts, place)));
  // "July 12, 1990": the name comes first where a day and a year follow.
  const [first = "", second = "", ...last] = told;
  const inOrder = told.length === 3 && isName(first) ? [second, first, ...last] : told;
  const isYearFirst = inOrder[0]?.length === 4 && !isName(inOrder[0]);
  const monthAt = isYearFirst ? 1 : inOrder.length - 2;
  const ordered = inOrder.map((part, place) => (place === monthAt ? (monthNamed(part) ?? part) : part));
  if (!ordered.every((part) => /^\d{1,4}$/.test(part)) || ordered.length > 3) return notUnderstood;
  const [year = "", month, day] = isYearFirst ? ordered : ordered.toReversed();
  // "12.10" and "12 липня" may as well be days of a year that nobody said.
  if (ordered.length === 2 && year.length === 2 && Number(year) <= 31) return notUnderstood;
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
      return `${birth.age}${upToText(birth)}`;
    default:
      return "";
  }
};

const upToText = ({ age, upTo = age }: Extract<Birth, { readonly precision: "age" }>): string => {
  if (upTo <= age) return "";
  return age >= 60 && upTo === oldestAge ? "+" : `-${upTo}`;
};

const ageOf = ({ min, max }: AgeRange, today: string): Result<Birth, AgeError> => {
  if (max > oldestAge) return err({ type: "OlderThan120" });
  return ok({ precision: "age", age: min, ...(max > min && { upTo: max }), asOf: today });
};

/** Two digits are a year that is not in the future. */
const fullYear = (year: string, today: string): string => {
  if (year.length !== 2) return year;
  return Number(`20${year}`) > Number(today.slice(0, 4)) ? `19${year}` : `20${year}`;
};

const twoDigits = (part: string | undefined): string[] => (part === undefined ? [] : [part.padStart(2, "0")]);
