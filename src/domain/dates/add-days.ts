import { daysInMonth, isoDate } from "./calendar-date.ts";

/** The ISO day `days` (0 or more) after an ISO day, by the calendar. */
export const addDays = (day: string, days: number): string => {
  let [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  date += days;
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return isoDate(year, month, date) ?? day;
};
