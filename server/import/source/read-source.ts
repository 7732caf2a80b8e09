import { type ParseError, parse as parseTolerantly } from "jsonc-parser";
import { err, ok, type Result } from "../../../src/domain/model/result.ts";
import type { ImportError, ImportFile } from "./import-error.ts";
import { type JsonPath, type LineFinder, lineFinder } from "./line-finder.ts";
import type { Row } from "./row.ts";

/** The tables an import may bring, in the order in which one refers to the other. */
export const tableNames = [
  "organisations",
  "sites",
  "people",
  "groups",
  "stays",
  "events",
  "rollCalls",
  "drivers",
  "vehicles",
  "trips",
] as const;
export type TableName = (typeof tableNames)[number];

/** Rows of one file, unchecked, each with the table it belongs to. */
export type RawTables = Readonly<Partial<Record<TableName, readonly Row<unknown>[]>>>;

/**
 * Reads one file: a list of people, a list of groups, or an object that holds some of the tables as members. What a file is
 * follows from its content, never from its name. A byte order mark is forgiven.
 */
export const readSource = (file: ImportFile): Result<RawTables, ImportError> => {
  const text = file.text.replace(/^\ufeff/, "");
  const parsed = parse(text);
  if (!parsed.ok) return err({ type: "NotJson", file: file.name, ...parsed.error });
  const source = { file: file.name, lineOf: lineFinder(text) };
  const content = parsed.value;
  if (Array.isArray(content)) return readList(source, content);
  const tables = isRecord(content) ? membersOf(source, content) : {};
  return Object.keys(tables).length > 0 ? ok(tables) : err({ type: "NotAKnownFile", file: file.name });
};

const readList = (source: Source, list: readonly unknown[]): Result<RawTables, ImportError> => {
  const first: unknown = list[0];
  if (!isRecord(first)) return err({ type: "NotAKnownFile", file: source.file });
  if ("members" in first) return ok({ groups: rowsOf(source, list, []) });
  const isPeople = ["givenName", "familyName", "relationToFocal", "regNo"].some((field) => field in first);
  return isPeople ? ok({ people: rowsOf(source, list, []) }) : err({ type: "NotAKnownFile", file: source.file });
};

const membersOf = (source: Source, content: Readonly<Record<string, unknown>>): RawTables =>
  Object.fromEntries(
    tableNames.flatMap((name) => {
      const list = content[name];
      return Array.isArray(list) ? [[name, rowsOf(source, list, [name])]] : [];
    }),
  );

type Source = { readonly file: string; readonly lineOf: LineFinder };

const rowsOf = (source: Source, list: readonly unknown[], path: JsonPath): readonly Row<unknown>[] =>
  list.map((value, at) => ({ value, origin: { ...source, path: [...path, at] } }));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The content, or where it stops being JSON; Node itself does not always say. */
const parse = (text: string): Result<unknown, { readonly line: number; readonly column: number }> => {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    const errors: ParseError[] = [];
    parseTolerantly(text, errors, { disallowComments: true });
    const before = text.slice(0, errors[0]?.offset ?? text.trimEnd().length).split("\n");
    return err({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
  }
};
