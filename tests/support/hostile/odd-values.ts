import * as v from "valibot";
import { prefixes } from "../data/schema-arbitraries.ts";
import type { Schema } from "./free-text.ts";

/** Texts that are nothing but text, and that nobody types. */
const texts = [
  "\u202eנ\u202c\u200f\u2066x",
  "\u200b\u200d\ufeff",
  "👩‍👩‍👧‍👦".repeat(9),
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034d",
  "\n\n\t\r\n",
  "constructor",
  "__proto__",
  "9999-99-99T99:99:99Z",
  "null",
  "{{count}} $t(x) %s",
  "W".repeat(200_000),
  "ﷺ".repeat(200),
  "0",
  " x ",
];

/** The oddest value that a schema takes, another one for each place. */
export const oddValue = (schema: v.GenericSchema, place: number, key: string): unknown => {
  const shape = schema as Schema;
  const steps = (shape.pipe as Schema[] | undefined) ?? [];
  const required = (type: string) => steps.find((step) => step.type === type)?.requirement;
  const nth = <T>(all: readonly T[]): T => all[place % all.length] as T;
  switch (shape.type) {
    case "exact_optional":
      return oddValue(shape.wrapped as v.GenericSchema, place, key);
    case "string":
      return oddText(shape, required, nth);
    case "number":
      return nth([required("min_value") ?? 0, required("max_value") ?? 9e15]);
    case "boolean":
      return place % 2 === 0;
    case "literal":
      return shape.literal;
    case "picklist":
      return nth(shape.options as string[]);
    case "array":
      return oddList(shape.item as v.GenericSchema, place, key, Number(required("max_length") ?? 20));
    case "object":
    case "strict_object":
      return oddObject(shape.entries as Record<string, Schema>, place, key);
    case "record":
      return {
        [String(oddValue(shape.key as v.GenericSchema, place, key))]: oddValue(
          shape.value as v.GenericSchema,
          place,
          key,
        ),
      };
    case "variant":
      return oddValue(nth(shape.options as v.GenericSchema[]), place, key);
    case "custom":
      return refTo(shape, key);
    default:
      throw new Error(`no odd value for schemas of type ${shape.type}`);
  }
};

const oddText = (schema: Schema, required: (type: string) => unknown, nth: <T>(all: readonly T[]) => T): string => {
  const most = Number(required("max_length") ?? 40);
  const cut = texts.map((text) => text.slice(0, most).replace(/\p{Cs}$/u, ""));
  const fitting = [...moments, ...cut].filter((text) => v.is(schema, text));
  return fitting.length > 0 ? nth(fitting) : (shaped.find((text) => v.is(schema, text)) ?? "");
};

const moments = ["1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999Z", "1900-01-01", "2199-12-31", "2024-02-29"];

/** For fields of a fixed shape. */
const shaped = ["medyka", "000000000", "23:59", "ZZZ", "2099", "2099-12", "f|unknown"];

const oddList = (item: v.GenericSchema, place: number, key: string, most: number): readonly unknown[] => {
  if (place % 3 === 0) return [];
  const elements = Array.from({ length: Math.min(most, 40) }, (_, index) => oddValue(item, place + index, key));
  return place % 3 === 1 ? elements.slice(0, 1) : elements;
};

const oddObject = (entries: Record<string, Schema>, place: number, key: string) =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry], index) =>
      entry.type === "exact_optional" && (place + index) % 2 ? [] : [[name, oddValue(entry, place + index, key)]],
    ),
  );

const refTo = (shape: Schema, key: string): string => {
  const check = shape.check as (value: unknown) => boolean;
  const prefix = prefixes.find((kind) => check(`${kind}:0`));
  return `${prefix}:${key}`;
};
