import { err, ok, type Result } from "../model/result.ts";
import { isoDate } from "./calendar-date.ts";

/** A date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The first of January is never invented. */
export type PartialDate = string;

/** Reads a partial date; a month or a day that no calendar has is impossible, other text is no date. */
export const parsePartialDate = (text: string): Result<PartialDate, PartialDateError> => {
  const date = text.trim();
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return err({ type: "NotADate" });
  const [, year, month = "01", day = "01"] = parts;
  return isoDate(Number(year), Number(month), Number(day)) === undefined ? err({ type: "ImpossibleDate" }) : ok(date);
};

export type PartialDateError = { readonly type: "NotADate" | "ImpossibleDate" };

/** `day`, `month` or `year`: how much of the date is known. */
export const precisionOf = (date: PartialDate): "day" | "month" | "year" =>
  date.length > 7 ? "day" : date.length > 4 ? "month" : "year";
