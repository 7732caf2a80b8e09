import type { ImportFile, Place } from "./import-error.ts";
import { type JsonPath, lineOf } from "./line-of.ts";

/** Where a record stands in its file. */
export type Origin = { readonly file: ImportFile; readonly path: JsonPath };

/** A record of a file, together with where it stands. */
export type Row<T> = { readonly value: T; readonly origin: Origin };

/** The place to show to the operator; `inside` leads from the record to the field. */
export const placeOf = ({ file, path }: Origin, inside: JsonPath = []): Place => ({
  file: file.name,
  line: lineOf(file.text, [...path, ...inside]),
  field: inside.join("."),
});
