/** Days of a month (1 to 12) in the Gregorian calendar; 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
};

/** `YYYY-MM-DD`, or undefined for a day that no calendar has. */
export const isoDate = (year: number, month: number, day: number): string | undefined => {
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

const pad = (value: number, length: number): string => String(value).padStart(length, "0");
