import { parseBirthDate } from "../../../src/domain/dates/birth-date.ts";
import { birthOf } from "../mapping/map-person.ts";
import type { ImportError } from "../source/import-error.ts";
import { placeOf } from "../source/row.ts";
import type { Tables } from "../source/tables.ts";

/** Dates that exist but cannot be: a birth after the registration, an end before its beginning, a precision without its date. */
export const checkTimes = ({ people, stays, trips }: Tables): readonly ImportError[] => [
  ...people.flatMap(({ value, origin }): ImportError[] => {
    if (birthOf(value, { day: (day) => day }) === undefined)
      return [{ ...placeOf(origin, [partFor[value.dobPrecision]]), type: "Missing" }];
    const born = value.dob ? parseBirthDate(value.dob, value.registeredAt.slice(0, 10)) : undefined;
    if (!born || born.ok) return [];
    const type = born.error.type === "NotADate" ? "ImpossibleDate" : born.error.type;
    return [{ ...placeOf(origin, ["dob"]), type }];
  }),
  ...stays.flatMap(({ value, origin }): ImportError[] => [
    ...(isBefore(value.checkedOutAt, value.checkedInAt)
      ? [{ ...placeOf(origin, ["checkedOutAt"]), type: "TimesOutOfOrder" as const }]
      : []),
    ...(isBefore(value.plannedTo, value.plannedFrom)
      ? [{ ...placeOf(origin, ["plannedTo"]), type: "TimesOutOfOrder" as const }]
      : []),
  ]),
  ...trips
    .filter(({ value }) => isBefore(value.arrivedAt, value.departedAt))
    .map(({ origin }) => ({ ...placeOf(origin, ["arrivedAt"]), type: "TimesOutOfOrder" as const })),
];

const partFor = { day: "dob", month: "dob", year: "dob", age: "statedAge", band: "ageBand", unknown: "dob" } as const;

const isBefore = (end: string | null | undefined, start: string | null | undefined): boolean =>
  Boolean(end && start && Date.parse(end) < Date.parse(start));
