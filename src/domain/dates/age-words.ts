/**
 * Words behind the number of an age, in Ukrainian, Polish, English and Russian; `r`, `р` and `г` stand behind a year, too. `85 року` is
 * said of a year alone.
 */
const years =
  /^(р|рр|рік|роки|років|рочків|рочки|рочок|r|rok|lat|lata|г|год|года|лет|y|yr|yrs|yo|year|years|yearsold)$/iu;
const months =
  /^(м|міс|місяць|місяці|місяців|mies|miesiąc|miesiące|miesięcy|мес|месяц|месяца|месяцев|mo|mos|month|months)$/iu;
const weeks = /^(тиж|тиждень|тижні|тижнів|tyg|tydzień|tygodnie|tygodni|нед|неделя|недели|недель|week|weeks)$/iu;
const days = /^(день|дн|дні|днів|dzień|dni|дня|дней|day|days)$/iu;

/** Full years of so many of what the word names; nothing for a word that counts no age. */
export const fullYearsIn = (count: number, word: string): number | undefined => {
  if (years.test(word)) return count;
  if (months.test(word)) return Math.floor(count / 12);
  if (weeks.test(word)) return Math.floor((count * 7) / 365.25);
  return days.test(word) ? Math.floor(count / 365.25) : undefined;
};

export const isYears = (word: string): boolean => years.test(word);

export const isMonths = (word: string): boolean => months.test(word);

/** What says that the number before or behind it is a year of birth. */
export const marksBirthYear = (word: string): boolean =>
  /^(р|н|рік|року|r|rok|roku|ur|г|год|года|народження|нар|born|рожд|рождения)$/iu.test(word);

/** The beginnings by which months are told, in the order of the year: Ukrainian, Polish, English, Russian. */
const monthNames: readonly RegExp[] = [
  /^(січ|sty|jan|янв)/iu,
  /^(лют|lut|feb|фев)/iu,
  /^(бер|mar|мар)/iu,
  /^(кві|kwi|apr|апр)/iu,
  /^(тра|maj|may|май|мая)/iu,
  /^(чер|cze|jun|июн)/iu,
  /^(лип|lip|jul|июл)/iu,
  /^(сер|sie|aug|авг)/iu,
  /^(вер|wrz|sep|сен)/iu,
  /^(жов|paź|paz|oct|окт)/iu,
  /^(лис|lis|nov|ноя)/iu,
  /^(гру|gru|dec|дек)/iu,
];

/** `01` to `12`; nothing for another word. */
export const monthNamed = (word: string): string | undefined => {
  const place = monthNames.findIndex((name) => name.test(word));
  return place < 0 ? undefined : String(place + 1).padStart(2, "0");
};
