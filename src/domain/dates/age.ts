import type { CodeOf } from "../model/codes.ts";
import type { Birth } from "./birth.ts";
import { daysInMonth } from "./calendar-date.ts";
import type { PartialDate } from "./partial-date.ts";

/** Ages in full years, both ends included. */
export type AgeRange = { readonly min: number; readonly max: number };

export const oldestAge = 120;

/**
 * The age on the ISO day `on` of somebody born on a partial date. Whoever was born on 29 February turns on 1 March in
 * common years. `born` must be a valid partial date. Source: domain reference 5.9.
 */
export const ageRange = (born: PartialDate, on: string): AgeRange => {
  const year = Number(born.slice(0, 4));
  const month = Number(born.slice(5, 7));
  const day = Number(born.slice(8, 10));
  const last = { month: month || 12, day: day || daysInMonth(year, month || 12) };
  const first = { month: month || 1, day: day || 1 };
  return { min: Math.max(0, fullYears(year, last, on)), max: Math.max(0, fullYears(year, first, on)) };
};

/** The age on the day `on` from whatever is known; undefined when nothing is. */
export const ageRangeOf = (birth: Birth | undefined, on: string): AgeRange | undefined => {
  switch (birth?.precision) {
    case "day":
    case "month":
    case "year":
      return ageRange(birth.date, on);
    case "age":
      return later(birth, on);
    case "band":
      return bands.find(([band]) => band === birth.band)?.[1];
    default:
      return undefined;
  }
};

/** True for a band under 18. */
export const isChildBand = (band: AgeBand): boolean => band === "0_4" || band === "5_11" || band === "12_17";

/** Benefit of the doubt: a person who may be under 18 is treated as a child. */
export const isPossiblyChild = (age: AgeRange): boolean => age.min < 18;

/**
 * The band to count somebody in: where somebody counted them (`counted`) if the age may lie in it, else by the midpoint; `estimated` when
 * the ends lie in different bands.
 */
export const ageBandOf = (
  age: AgeRange | undefined,
  counted?: AgeBand,
): { readonly band: AgeBand; readonly estimated: boolean } => {
  if (!age) return { band: "unknown", estimated: false };
  if (counted && mayBeIn(age, counted)) return { band: counted, estimated: bandAt(age.min) !== bandAt(age.max) };
  const band = bandAt(Math.floor((age.min + age.max) / 2));
  return { band, estimated: bandAt(age.min) !== bandAt(age.max) };
};

/** Whether somebody of this age may belong in the band, also one that nobody here knows. */
export const mayBeIn = ({ min, max }: AgeRange, band: string): boolean =>
  bands.some(([name, ends]) => name === band && min <= ends.max && max >= ends.min);

/** The band that the age is; nothing for an age that only lies in one. */
export const wholeBand = ({ min, max }: AgeRange): AgeBand | undefined =>
  bands.find(([, ends]) => ends.min === min && ends.max === max)?.[0];

export type AgeBand = CodeOf<"ageBand">;

/** UNHCR bands. */
const bands: readonly (readonly [AgeBand, AgeRange])[] = [
  ["0_4", { min: 0, max: 4 }],
  ["5_11", { min: 5, max: 11 }],
  ["12_17", { min: 12, max: 17 }],
  ["18_59", { min: 18, max: 59 }],
  ["60_plus", { min: 60, max: oldestAge }],
];

/** The last number in a band's name (4 of 0–4, 60 of 60+), which the word for years follows in Ukrainian, Polish and Russian. */
export const lastNumberOf = (band: AgeBand): number => {
  const { min = 0, max = 0 } = bands.find(([name]) => name === band)?.[1] ?? {};
  return max === oldestAge ? min : max;
};

const bandAt = (years: number): AgeBand => bands.find(([, range]) => years <= range.max)?.[0] ?? "60_plus";

const fullYears = (year: number, { month, day }: { month: number; day: number }, on: string): number => {
  const monthNow = Number(on.slice(5, 7));
  const before = monthNow < month || (monthNow === month && Number(on.slice(8, 10)) < day);
  return Number(on.slice(0, 4)) - year - (before ? 1 : 0);
};

/** The age on `on` of somebody who was so old on `asOf`: the birthday may have been on any day between. */
const later = ({ age, upTo = age, asOf }: Extract<Birth, { readonly precision: "age" }>, on: string): AgeRange => {
  const passed = Math.max(0, fullYears(Number(asOf.slice(0, 4)), monthAndDay(asOf), on));
  const birthdays = passed + (asOf.slice(4, 10) === on.slice(4, 10) || on <= asOf ? 0 : 1);
  const min = age + passed;
  return { min, max: Math.max(min, Math.min(Math.max(age, upTo) + birthdays, oldestAge)) };
};

const monthAndDay = (date: string) => ({ month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });
