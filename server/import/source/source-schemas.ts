import * as v from "valibot";
import { isoDate } from "../../../src/domain/dates/calendar-date.ts";
import { parsePartialDate } from "../../../src/domain/dates/partial-date.ts";
import { type CodeList, codes } from "../../../src/domain/model/codes.ts";
import { parseShortCode } from "../../../src/domain/numbers/short-code.ts";

/** The fields that source files are made of. What is wrong with one is said in the message, as a type of `ImportError`. */

export const key = () => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,40}$/, "NotValid"));

export const words = (max = 200) => v.pipe(v.string(), v.maxLength(max));

export const code = <L extends CodeList>(list: L) => v.picklist(codes[list]);

export const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const size = () => v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000));

/** `YYYY-MM-DD`. */
export const day = () => v.pipe(v.string(), v.check(isDay, "ImpossibleDate"));

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDay = () =>
  v.pipe(
    v.string(),
    v.check((text) => parsePartialDate(text).ok, "ImpossibleDate"),
  );

/** An instant with its offset, `2026-11-22T18:30:00+01:00`. */
export const instant = () =>
  v.pipe(
    v.string(),
    v.regex(/T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(\.\d+)?([+-]\d\d:\d\d|Z)$/, "ImpossibleDate"),
    v.check((text) => isDay(text.slice(0, 10)), "ImpossibleDate"),
  );

/** A wall clock time, `21:33`. */
export const clock = () => v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "ImpossibleDate"));

/** Nine digits, the last of them a check digit. */
export const registrationNumber = () =>
  v.pipe(
    v.string(),
    v.check((text) => parseShortCode(text).ok, "WrongCheckDigit"),
  );

/** Known to the importer and on purpose not taken over. */
export const leftOut = () => v.optional(v.unknown());

/** May be missing, or null: not known, or not asked. */
export const maybe = <S extends v.GenericSchema>(schema: S) => v.nullish(schema);

const isDay = (text: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined;
};
