import { readDemoFiles } from "../../../server/demo/demo-data.ts";
import { type SiteRow, slugOf } from "../../../server/import/mapping/map-site.ts";
import type { ImportFile } from "../../../server/import/source/import-error.ts";
import { readSource, type TableName } from "../../../server/import/source/read-source.ts";
import { tableSchemas } from "../../../server/import/source/tables.ts";
import { isFree, longest, type Schema } from "./free-text.ts";
import { payloadsUpTo } from "./payloads.ts";

type Values = Readonly<Record<string, unknown>>;

/** The demonstration's files with a payload in every text that an importer leaves free, each time the next one; sites keep their slugs. */
export const hostileTables = (): readonly ImportFile[] => {
  const next = payloadsInTurn();
  return readDemoFiles().map(({ name, text }) => {
    const source = readSource({ name, text });
    if (!source.ok) throw new Error(`${name} cannot be read`);
    const tables = Object.entries(source.value).map(([table, rows]) => [
      table,
      rows.map(({ value }) => ({
        ...(poisoned(schemaOf(table), value, next) as object),
        ...(table === "sites" && { slug: slugOf(value as SiteRow) }),
      })),
    ]);
    const isList = text.trimStart().startsWith("[");
    return { name, text: JSON.stringify(isList ? tables[0]?.[1] : Object.fromEntries(tables)) };
  });
};

/** One row of a table, and the paths in it whose text must have a shape: keys, codes, dates, numbers with a check digit. */
export type Shaped = { readonly table: TableName; readonly row: unknown; readonly field: readonly (string | number)[] };

export const shapedFields = (): readonly Shaped[] =>
  readDemoFiles().flatMap((file) => {
    const source = readSource(file);
    if (!source.ok) return [];
    return Object.entries(source.value).flatMap(([name, rows]) => {
      const table = name as TableName;
      const seen = new Set<string>();
      return rows.flatMap(({ value }) =>
        shapedIn(schemaOf(table), value, []).flatMap((field): Shaped[] => {
          const path = field.map((part) => (typeof part === "number" ? "#" : part)).join(".");
          if (seen.has(path)) return [];
          seen.add(path);
          return [{ table, row: value, field }];
        }),
      );
    });
  });

const poisoned = (schema: Schema, value: unknown, next: (most: number) => string): unknown => {
  if (value === null || value === undefined) return value;
  const inner = unwrapped(schema);
  if (isFree(inner)) return next(longest(inner));
  return descend(inner, value, (entry, child) => poisoned(entry, child, next));
};

const shapedIn = (schema: Schema, value: unknown, path: Shaped["field"]): readonly Shaped["field"][] => {
  if (value === null || value === undefined) return [];
  const inner = unwrapped(schema);
  if (inner.type === "string" || inner.type === "picklist") return isFree(inner) ? [] : [path];
  const found: Shaped["field"][] = [];
  descend(inner, value, (entry, child, key) => {
    found.push(...shapedIn(entry, child, [...path, key]));
    return child;
  });
  return found;
};

type Visit = (schema: Schema, value: unknown, key: string | number) => unknown;

const descend = (schema: Schema, value: unknown, visit: Visit): unknown => {
  if (Array.isArray(value)) {
    const schemaAt = (place: number) =>
      (schema.item ?? (schema.items as readonly Schema[] | undefined)?.[place]) as Schema;
    return value.map((item, place) => (schemaAt(place) ? visit(schemaAt(place), item, place) : item));
  }
  const entries = schema.entries as Readonly<Record<string, Schema>> | undefined;
  if (typeof value !== "object" || !entries) return value;
  return Object.fromEntries(
    Object.entries(value as Values).map(([key, child]) => {
      const entry = entries[key];
      return [key, entry ? visit(entry, child, key) : child];
    }),
  );
};

const schemaOf = (table: string): Schema => tableSchemas[table as TableName] as unknown as Schema;

const unwrapped = (schema: Schema): Schema => (schema.wrapped ? unwrapped(schema.wrapped as Schema) : schema);

/** All of them before one comes a second time, among those that fit. */
const payloadsInTurn = () => {
  const places = new Map<number, number>();
  return (most: number): string => {
    const fitting = payloadsUpTo(most);
    const place = places.get(most) ?? 0;
    places.set(most, place + 1);
    return fitting[place % fitting.length] ?? "x";
  };
};
