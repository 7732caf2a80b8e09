import type { Place } from "./import-error.ts";
import type { JsonPath, LineFinder } from "./line-finder.ts";

/** Where a record stands: the name of its file, its path in it, and how to find lines there. */
export type Origin = { readonly file: string; readonly path: JsonPath; readonly lineOf: LineFinder };

/** A record of a file, together with where it stands. */
export type Row<T> = { readonly value: T; readonly origin: Origin };

/** The place to show to the operator; `inside` leads from the record to the field. */
export const placeOf = ({ file, path, lineOf }: Origin, inside: JsonPath = []): Place => ({
  file,
  line: lineOf([...path, ...inside]),
  field: inside.join("."),
});
