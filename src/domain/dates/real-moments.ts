import { daysInMonth } from "./calendar-date.ts";

/** Beyond these years a clock or a finger has slipped; screens and sums of days hold for what lies between. */
const [firstYear, lastYear] = [1900, 2199];

/** True for `YYYY-MM-DD` of a day that a calendar has. */
export const isRealDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return year >= firstYear && year <= lastYear && day >= 1 && day <= daysInMonth(year, month);
};

/** True for `YYYY-MM-DDTHH:mm:ssZ`, with or without milliseconds, of a moment that exists. */
export const isRealInstant = (text: string): boolean => {
  const [, day = "", hour, minute, second] = /^(.{10})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{3})?Z$/.exec(text) ?? [];
  return isRealDay(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
};
