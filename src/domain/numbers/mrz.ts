import { isoDate } from "../dates/calendar-date.ts";
import { err, ok, type Result } from "../model/result.ts";
import { mrzCheckDigit } from "./mrz-check-digit.ts";
import { formatOf, type MrzFormat } from "./mrz-format.ts";

/** What a machine-readable zone says; `<` is gone, dates are ISO 8601 and partial where the document is silent. */
export type Mrz = {
  readonly format: "TD1" | "TD3";
  /** `P`, `ID`, … as printed. */
  readonly type: string;
  /** Issuing state and nationality, ISO 3166-1 alpha-3 or an ICAO code. */
  readonly issuer: string;
  readonly nationality: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly number: string;
  readonly birthDate?: string;
  readonly sex: "f" | "m" | "u";
  readonly expires?: string;
  /** Personal number or other optional text. */
  readonly optional: string;
};

/**
 * Reads the two lines of a passport (TD3) or the three of an identity card (TD1), as typed: small letters, spaces and
 * `«` are forgiven, a wrong check digit is not. The century of birth is the latest that is not after `today` (ISO
 * day). An error holds no content. Source: ICAO 9303, domain reference 5.7.
 */
export const readMrz = (text: string, today: string): Result<Mrz, MrzError> => {
  const lines = text
    .toUpperCase()
    .replace(/«/g, "<<")
    .split("\n")
    .map((line) => line.replace(/\s/g, ""))
    .filter((line) => line !== "");
  const format = formatOf(lines);
  if (!format || lines.some((line) => !/^[A-Z0-9<]+$/.test(line))) return err({ type: "NotAnMrz" });
  const wrong = format.checks.find(({ over, digit }) => !agrees(over, digit));
  return wrong ? err({ type: "WrongCheckDigit", field: wrong.field }) : ok(contentOf(format, today));
};

export type MrzError =
  | { readonly type: "NotAnMrz" }
  | { readonly type: "WrongCheckDigit"; readonly field: MrzFormat["checks"][number]["field"] };

/** An empty optional field may have no check digit at all. */
const agrees = (over: string, digit: string): boolean =>
  digit === "<" ? /^<+$/.test(over) : mrzCheckDigit(over) === Number(digit);

const contentOf = (format: MrzFormat, today: string): Mrz => {
  const [family = "", given = ""] = format.names.split("<<");
  const birthDate = birthDateOf(format.birth, today);
  const expires = dateIn(2000, format.expiry);
  return {
    format: format.format,
    type: spaced(format.type),
    issuer: spaced(format.issuer),
    nationality: spaced(format.nationality),
    familyName: spaced(family),
    givenName: spaced(given),
    number: spaced(format.number),
    sex: format.sex === "F" ? "f" : format.sex === "M" ? "m" : "u",
    optional: spaced(format.optional),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(expires === undefined ? {} : { expires }),
  };
};

const spaced = (field: string): string => field.replace(/</g, " ").trim();

const birthDateOf = (yymmdd: string, today: string): string | undefined =>
  [2000, 1900].map((century) => dateIn(century, yymmdd)).find((date) => date !== undefined && date <= today);

const dateIn = (century: number, yymmdd: string): string | undefined => {
  const parts = /^(\d\d)(?:(\d\d)(\d\d|<<)|<<<<)$/.exec(yymmdd);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  const precision = month === undefined ? 4 : day === "<<" ? 7 : 10;
  return isoDate(century + Number(year), Number(month ?? 1), precision === 10 ? Number(day) : 1)?.slice(0, precision);
};
