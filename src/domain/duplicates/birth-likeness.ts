import { type AgeRange, ageRangeOf } from "../dates/age.ts";
import type { Birth } from "../dates/birth.ts";
import { editDistance } from "../names/edit-distance.ts";

/**
 * How far two births may be one. Of two whole dates: day and month `swapped`, a `slip` of one key or one year, `alike` in two of the three parts.
 * `fits`: what is known of the one may be the other, as far as both are known closely; `close`: a year beside it; `open`: too little is known to say
 * anything.
 */
export type BirthLikeness = "same" | "swapped" | "slip" | "alike" | "fits" | "close" | "open" | "sameYear" | "other";

/** `on`: the day on which ages are compared (`YYYY-MM-DD`). */
export const birthLikeness = (a: Birth | undefined, b: Birth | undefined, on: string): BirthLikeness => {
  const [one, other] = [dateOf(a), dateOf(b)];
  if (one && other) return dateLikeness(one, other);
  const [age, otherAge] = [ageRangeOf(a, on), ageRangeOf(b, on)];
  if (!age || !otherAge) return "open";
  const gap = gapBetween(age, otherAge);
  if (gap > 1) return "other";
  if (Math.max(widthOf(age), widthOf(otherAge)) > closeWidth) return gap === 0 ? "open" : "other";
  return gap === 0 ? "fits" : "close";
};

/** Years that an age may leave open and still say something. */
const closeWidth = 3;

const widthOf = ({ min, max }: AgeRange): number => max - min;
const gapBetween = (a: AgeRange, b: AgeRange): number => Math.max(0, a.min - b.max, b.min - a.max);

/** The first of January is written where only the year is known. */
const dateOf = (birth: Birth | undefined): string | undefined => {
  if (birth?.precision === "day") return birth.date.endsWith("-01-01") ? birth.date.slice(0, 4) : birth.date;
  return birth?.precision === "month" || birth?.precision === "year" ? birth.date : undefined;
};

const dateLikeness = (a: string, b: string): BirthLikeness => {
  if (a.length === 10 && b.length === 10) return a === b ? "same" : wholeDates(a, b);
  const shared = Math.min(a.length, b.length);
  if (a.slice(0, shared) === b.slice(0, shared)) return "fits";
  const years = Math.abs(yearOf(a) - yearOf(b));
  if (years === 0) return "sameYear";
  return years === 1 ? "close" : "other";
};

const wholeDates = (a: string, b: string): BirthLikeness => {
  const [year, month, day] = [a.slice(0, 4), a.slice(5, 7), a.slice(8, 10)];
  const [otherYear, otherMonth, otherDay] = [b.slice(0, 4), b.slice(5, 7), b.slice(8, 10)];
  if (year === otherYear && month === otherDay && day === otherMonth) return "swapped";
  const isOneSlip = editDistance(a.replaceAll("-", ""), b.replaceAll("-", ""), 1) === 1;
  const equal = Number(year === otherYear) + Number(month === otherMonth) + Number(day === otherDay);
  const isYearBeside = Math.abs(yearOf(a) - yearOf(b)) === 1;
  if (equal === 2 && (isOneSlip || isYearBeside)) return "slip";
  if (equal === 2 && year === otherYear) return "alike";
  return year === otherYear ? "sameYear" : "other";
};

const yearOf = (date: string): number => Number(date.slice(0, 4));
