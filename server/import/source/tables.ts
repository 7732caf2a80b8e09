import * as v from "valibot";
import { driverRow } from "../mapping/map-driver.ts";
import { eventRow } from "../mapping/map-events.ts";
import { groupRow } from "../mapping/map-group.ts";
import { organisationRow } from "../mapping/map-organisation.ts";
import { personRow } from "../mapping/map-person.ts";
import { rollCallRow } from "../mapping/map-roll-call.ts";
import { siteRow } from "../mapping/map-site.ts";
import { stayRow } from "../mapping/map-stay.ts";
import { tripRow } from "../mapping/map-trip.ts";
import { vehicleRow } from "../mapping/map-vehicle.ts";
import type { ImportError } from "./import-error.ts";
import type { JsonPath } from "./line-finder.ts";
import { type RawTables, type TableName, tableNames } from "./read-source.ts";
import { placeOf, type Row } from "./row.ts";

/** What each table's rows must be. */
export const tableSchemas = {
  organisations: organisationRow,
  sites: siteRow,
  people: personRow,
  groups: groupRow,
  stays: stayRow,
  events: eventRow,
  rollCalls: rollCallRow,
  drivers: driverRow,
  vehicles: vehicleRow,
  trips: tripRow,
} as const satisfies Record<TableName, v.GenericSchema>;

/** Everything that an import brings, each record of the right shape. */
export type Tables = { readonly [K in TableName]: readonly Row<v.InferOutput<(typeof tableSchemas)[K]>>[] };

/** The rows of all files, table by table, and what is wrong with their shape. */
export const tablesOf = (sources: readonly RawTables[]): { tables: Tables; errors: readonly ImportError[] } => {
  const errors: ImportError[] = [];
  const tables = Object.fromEntries(
    tableNames.map((name) => {
      const rows = sources.flatMap((source) => source[name] ?? []);
      return [name, rows.flatMap((row) => checked(tableSchemas[name], row, errors))];
    }),
  );
  return { tables: tables as unknown as Tables, errors };
};

const checked = (schema: v.GenericSchema, row: Row<unknown>, errors: ImportError[]): Row<unknown>[] => {
  const result = v.safeParse(schema, row.value);
  if (result.success) return [{ value: result.output, origin: row.origin }];
  errors.push(...result.issues.map((issue) => errorOf(issue, row)));
  return [];
};

const errorOf = (issue: v.BaseIssue<unknown>, row: Row<unknown>): ImportError => ({
  ...placeOf(row.origin, pathOf(issue)),
  type: typeOf(issue),
});

const pathOf = (issue: v.BaseIssue<unknown>): JsonPath => (issue.path ?? []).map(({ key }) => key as string | number);

const typeOf = (issue: v.BaseIssue<unknown>) => {
  if (issue.type.startsWith("strict_") && issue.expected === "never") return "UnknownField";
  if (issue.input === undefined) return "Missing";
  if (issue.message in named) return named[issue.message as keyof typeof named];
  if (issue.type === "picklist") return typeof issue.input === "string" ? "UnknownCode" : "WrongType";
  return byIssue[issue.type] ?? "WrongType";
};

/** What a field of ours says is wrong. */
const named = {
  ImpossibleDate: "ImpossibleDate",
  WrongCheckDigit: "WrongCheckDigit",
  NotValid: "NotValid",
  UnknownCode: "UnknownCode",
} as const;

const byIssue: Readonly<Record<string, "TooLong" | "OutOfRange" | "Missing">> = {
  max_length: "TooLong",
  min_length: "Missing",
  min_value: "OutOfRange",
  max_value: "OutOfRange",
  integer: "OutOfRange",
};
