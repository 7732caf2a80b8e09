import type * as v from "valibot";
import type { Birth } from "../domain/dates/birth.ts";
import { isoDate } from "../domain/dates/calendar-date.ts";
import { ageText, readAge } from "../domain/dates/read-age.ts";
import type { Traits } from "../domain/model/field.ts";
import { traitsOf } from "../domain/model/kind.ts";
import { err, ok, type Result } from "../domain/model/result.ts";
import { cleanName } from "../domain/names/clean-name.ts";

/** What stands in the boxes of a form: texts, ticks and numbers, whether they make sense yet or not. */
export type Typed = string | boolean | number | readonly string[] | DayTyped | undefined;
export type DayTyped = { readonly day: string; readonly month: string; readonly year: string };
export type TypedValues = Readonly<Record<string, Typed>>;

export type TypedError =
  | { readonly type: "ImpossibleDate" }
  | { readonly type: "NameHasNoLetter" }
  | { readonly type: "AgeNotUnderstood" | "BirthDateInFuture" | "OlderThan120" };

/** What would have to be typed to say a stored value. */
export const typedFrom = (schema: v.GenericSchema, value: unknown): Typed => {
  switch (inputOf(schema)) {
    case "birth":
      return ageText(value as Birth | undefined);
    case "date":
      return dayFrom(value as string | undefined);
    case "choices":
      return (value as readonly string[] | undefined) ?? [];
    case "yesNo":
      return (value as boolean | undefined) ?? false;
    case "count":
      return value as number | undefined;
    default:
      return (value as string | undefined) ?? "";
  }
};

/** The value that was typed; `undefined` where nothing was. `stored` is kept where the typed text still says the same. */
export const valueFrom = (
  schema: v.GenericSchema,
  typed: Typed,
  stored: unknown,
  today: string,
): Result<unknown, TypedError> => {
  if (JSON.stringify(typed) === JSON.stringify(typedFrom(schema, stored))) return ok(stored);
  switch (inputOf(schema)) {
    case "birth":
      return readAge(String(typed ?? ""), today);
    case "date":
      return readDay(typed as DayTyped);
    case "name":
      return readName(String(typed ?? ""));
    case "choices":
      return ok((typed as readonly string[]).length > 0 ? typed : undefined);
    case "yesNo":
    case "count":
      return ok(typed);
    default:
      return ok(String(typed ?? "").trim() || undefined);
  }
};

const inputOf = (schema: v.GenericSchema): Traits["input"] => traitsOf(schema)?.input ?? "text";

const readName = (typed: string): Result<string | undefined, TypedError> => {
  const { name } = cleanName(typed);
  if (typed.trim() === "") return ok(undefined);
  return /\p{L}/u.test(name) ? ok(name) : err({ type: "NameHasNoLetter" });
};

const dayFrom = (date: string | undefined): DayTyped => {
  const [year = "", month = "", day = ""] = (date ?? "").split("-");
  return { day, month, year };
};

const readDay = ({ day, month, year }: DayTyped): Result<string | undefined, TypedError> => {
  if (day + month + year === "") return ok(undefined);
  const date = isoDate(Number(year), Number(month), Number(day));
  return date && year.length === 4 ? ok(date) : err({ type: "ImpossibleDate" });
};
