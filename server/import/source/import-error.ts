/** A file as the operator gave it. */
export type ImportFile = { readonly name: string; readonly text: string };

/** Where something is wrong: line of the file (from 1) and the field, dotted. No value of a person is ever in it. */
export type Place = { readonly file: string; readonly line: number; readonly field: string };

/** Why a file is refused. */
export type ImportError =
  | { readonly type: "NotJson"; readonly file: string; readonly line: number; readonly column: number }
  | { readonly type: "NotAKnownFile"; readonly file: string }
  | (Place & {
      readonly type: "Missing" | "WrongType" | "UnknownField" | "TooLong" | "OutOfRange" | "TooLarge" | "NotValid";
    })
  | (Place & {
      readonly type: "UnknownCode" | "ImpossibleDate" | "BirthDateInFuture" | "OlderThan120" | "TimesOutOfOrder";
    })
  | (Place & { readonly type: "WrongCheckDigit" | "StatusDisagrees" | "NotBothWays" })
  | (Place & { readonly type: "MissingReference"; readonly to: string })
  | (Place & { readonly type: "DuplicateId"; readonly id: string });

/** The error in one line of plain English, for the operator's console. */
export const describeImportError = (error: ImportError): string => {
  if (error.type === "NotAKnownFile")
    return `${error.file}: this is not a file of sites, people, groups, stays or trips.`;
  if (error.type === "NotJson")
    return `${error.file}, line ${error.line}, column ${error.column}: this is not valid JSON.`;
  return `${error.file}, line ${error.line}, ${printable(error.field) || "record"}: ${whatHappened(error)}.`;
};

/** A name of a field that nobody knows comes out of the file: nothing in it may move the cursor or turn the line around. */
const printable = (field: string): string => field.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, "?").slice(0, 80);

const whatHappened = (error: Extract<ImportError, Place>): string => {
  if (error.type === "MissingReference") return `there is no ${error.to} in these files`;
  if (error.type === "DuplicateId") return `${error.id} stands here a second time`;
  return sentences[error.type];
};

const sentences = {
  Missing: "this must be given",
  WrongType: "this is not of the right type",
  UnknownField: "no such field is known",
  TooLong: "this is too long",
  TooLarge: "this record is too large",
  OutOfRange: "this number is out of range",
  NotValid: "this cannot be right",
  UnknownCode: "this is not a code of its list",
  ImpossibleDate: "no calendar has this date",
  BirthDateInFuture: "this birth date lies in the future",
  OlderThan120: "nobody is older than 120 years",
  TimesOutOfOrder: "this is earlier than it can be",
  WrongCheckDigit: "the check digit is wrong, so a digit was mistyped",
  StatusDisagrees: "this does not follow from the events of the stay",
  NotBothWays: "the group and the person do not name each other",
} as const;
