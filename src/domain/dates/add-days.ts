import { isRealDay } from "./real-moments.ts";

/** The ISO day `days` (0 or more) after an ISO day, by the calendar. What is no day stays what it is. */
export const addDays = (day: string, days: number): string =>
  isRealDay(day) ? new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) : day;
