/** Where the work is done, whatever a phone's clock is set to. */
const inWarsaw = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Warsaw",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The day in Warsaw at an instant, `YYYY-MM-DD`; empty for what is no instant. */
export const warsawDay = (instant: string): string => {
  const milliseconds = Date.parse(instant);
  return Number.isNaN(milliseconds) ? "" : localTime(milliseconds).slice(0, 10);
};

/** `2026-11-24`, `21:30` in Warsaw → the instant in UTC. An hour that the clock change skips is taken as the one after. */
export const warsawInstant = (day: string, time: string): string => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(first)).toISOString();
};

const offsetAt = (milliseconds: number): number => Date.parse(`${localTime(milliseconds)}:00Z`) - milliseconds;

const localTime = (milliseconds: number): string => {
  const parts = new Map(inWarsaw.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get("year"), parts.get("month"), parts.get("day")];
  return `${year}-${month}-${day}T${parts.get("hour")}:${parts.get("minute")}`;
};
