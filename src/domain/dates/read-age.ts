import { err, ok, type Result } from "../model/result.ts";
import type { Birth } from "./birth.ts";
import { parseBirthDate } from "./birth-date.ts";

/**
 * Reads the one box for an age: `34`, a year `1985`, a month `07.1985` or a day `12.07.1985` (also with / - or spaces, the year
 * first, two digits of the year). Nothing typed is nothing known. `today` is an ISO day.
 */
export const readAge = (typed: string, today: string): Result<Birth | undefined, AgeError> => {
  const text = typed.trim();
  if (text === "") return ok(undefined);
  if (/^\d{1,3}$/.test(text)) return ageOf(Number(text), today);
  const parts = text.split(/[\s./-]+/).filter(Boolean);
  if (!parts.every((part) => /^\d{1,4}$/.test(part)) || parts.length > 3) return err({ type: "AgeNotUnderstood" });
  const [year = "", month, day] = parts[0]?.length === 4 ? parts : parts.toReversed();
  const date = parseBirthDate([fullYear(year, today), ...[month, day].flatMap(twoDigits)].join("-"), today);
  if (!date.ok) return err({ type: date.error.type === "NotADate" ? "AgeNotUnderstood" : date.error.type });
  return ok({ precision: parts.length === 3 ? "day" : parts.length === 2 ? "month" : "year", date: date.value });
};

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
