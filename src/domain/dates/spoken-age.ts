import { type AgeRange, oldestAge } from "./age.ts";
import { fullYearsIn, isMonths, isYears } from "./age-words.ts";

/**
 * The ages in full years that a text names as people say them: `34`, `34 роки`, `5 міс`, `1,5 року`, `2 роки 3 міс`, `60-65`; roughly
 * `біля 60`, `~60`, `60?`, which is a sixth more or less (50 to 70, 15 to 21, 2 to 4), for nobody says it of a smaller difference;
 * `60+` from 60 on. Nothing for any other text. May be above 120.
 */
export const spokenAge = (text: string): AgeRange | undefined => {
  const { about, over, low, half, high, word = "", mark } = spoken.exec(text)?.groups ?? {};
  if (low === undefined) return yearsAndMonths(text);
  const unit = word.replace(/[\s.]/g, "");
  const isYear = unit === "" || (half && /^(року|roku)$/iu.test(unit));
  const inYears = (count: number) => (isYear ? count : fullYearsIn(count, unit));
  const from = Number(low);
  const to = Number(high ?? low);
  const [youngest, oldest] = [inYears(from), inYears(to)];
  // "05-12" is half of a date, "12-10" none of both.
  if (youngest === undefined || oldest === undefined || from > to || (high && /\b0\d/.test(`${low} ${high}`)))
    return undefined;
  if (over || mark === "+")
    return youngest < 60 || high || half ? undefined : { min: youngest, max: Math.max(youngest, oldestAge) };
  const spread = (about || mark) && !high ? Math.max(1, Math.ceil(from / 6)) : 0;
  const atMost = Math.min(inYears(to + spread) ?? oldest, oldestAge);
  return { min: inYears(Math.max(0, from - spread)) ?? youngest, max: Math.max(oldest, atMost) };
};

/** An age that is only known from 60 on is one of the oldest band; below it could be nearly any. */
const spoken =
  /^(?:(?<about>[~≈]|(?:біля|близько|приблизно|орієнтовно|десь|років|около|примерно|где-?то|лет|ok|około|mniej więcej|jakieś|about|around|approx|ca)(?!\p{L})\.?)|(?<over>(?:за|понад|старше|більше|больше|свыше|ponad|powyżej|over)(?!\p{L}))|(?:вік|lat|wiek|возраст|age)(?!\p{L}))?\s*(?<low>\d{1,3})(?:[.,](?<half>5))?(?:\s*(?:[-–—]|до|do|to)\s*(?<high>\d{1,3}))?\s*(?<word>\p{L}[\p{L}\s.]*)?(?<mark>[?+])?$/iu;

const yearsAndMonths = (text: string): AgeRange | undefined => {
  const [, years = "", unit = "", more = "", rest = ""] = both.exec(text) ?? [];
  const isSaid = isYears(unit.replaceAll(".", "")) && isMonths(rest.replaceAll(".", "")) && Number(more) < 12;
  return isSaid ? { min: Number(years), max: Number(years) } : undefined;
};

const both = /^(\d{1,3})\s*(\p{L}[\p{L}.]*)[\s,]*(?:(?:і|i|и|and)\s+)?(\d{1,2})\s*(\p{L}[\p{L}.]*)$/iu;
