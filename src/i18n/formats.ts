/** Where the work is done: a phone that still stands on Kyiv time shows the same hour as its neighbour. */
const timeZone = "Europe/Warsaw";

/** A moment (ISO text or milliseconds). A plain day such as `2026-03-05` stays that day everywhere. */
export type Moment = string | number;

export type Formats = {
  readonly day: (moment: Moment) => string;
  readonly longDay: (moment: Moment) => string;
  readonly time: (moment: Moment) => string;
  readonly dayAndTime: (moment: Moment) => string;
  /** `1984`, `1984-05` or `1984-05-17`, as exactly as it is known. */
  readonly partialDay: (known: string) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
};

/** How a language writes days, hours, numbers and lists. What the browser needs for it is made when it is first asked for. */
export const formatsFor = (language: string): Formats => {
  const days = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const longDays = { day: "numeric", month: "long", year: "numeric" } as const;
  const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const locale = language === "en" ? "en-GB" : language; // day before month, as everywhere here
  const date = (options: Intl.DateTimeFormatOptions) => formatterOf(locale, options);
  const numbers = once(() => new Intl.NumberFormat(locale));
  const percents = once(() => new Intl.NumberFormat(locale, { style: "percent" }));
  const ands = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const ors = once(() => new Intl.ListFormat(locale, { type: "disjunction" }));
  const day = date(days);
  const longDay = date(longDays);
  const month = date({ month: "long", year: "numeric" });
  return {
    day,
    longDay,
    time: date(hours),
    dayAndTime: date({ ...days, ...hours }),
    partialDay: (known) => (known.length <= 4 ? known : known.length <= 7 ? month(`${known}-01`) : longDay(known)),
    number: (value) => numbers().format(value),
    percent: (share) => percents().format(share),
    and: (parts) => ands().format(parts),
    or: (parts) => ors().format(parts),
  };
};

const formatterOf = (locale: string, options: Intl.DateTimeFormatOptions): ((moment: Moment) => string) => {
  const here = once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
  const plainDay = once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
  return (moment) => {
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? unknownMoment : (isPlainDay(moment) ? plainDay() : here()).format(date);
  };
};

/** Said of what is no moment: a screen does not fall over one odd record. */
const unknownMoment = "—";

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const isPlainDay = (moment: Moment): boolean => typeof moment === "string" && /^\d{4}-\d{2}-\d{2}$/.test(moment);
