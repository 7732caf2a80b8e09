import { err, type Result } from "../model/result.ts";
import { ageRange, oldestAge } from "./age.ts";
import { type PartialDate, type PartialDateError, parsePartialDate } from "./partial-date.ts";

/** Reads a birth date as of the ISO day `on`: not after it, and of a person of 120 years at most. */
export const parseBirthDate = (text: string, on: string): Result<PartialDate, BirthDateError> => {
  const date = parsePartialDate(text);
  if (!date.ok) return date;
  if (date.value > on) return err({ type: "BirthDateInFuture" });
  return ageRange(date.value, on).min > oldestAge ? err({ type: "OlderThan120" }) : date;
};

export type BirthDateError = PartialDateError | { readonly type: "BirthDateInFuture" | "OlderThan120" };
