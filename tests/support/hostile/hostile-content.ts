import fc from "fast-check";
import type { Kind } from "../../../src/domain/model/kind.ts";
import { generate } from "../data/schema-arbitraries.ts";
import { isFree, longest, type Schema } from "./free-text.ts";
import { payloadsUpTo } from "./payloads.ts";

/**
 * Content of a kind with a payload in every text that the schema leaves free, however deep, and every field present. `round` turns
 * the payloads. What names another record names that of the same round.
 */
export const hostileContent = (kind: Kind, round: number): Record<string, unknown> => {
  let place = 0;
  const next = (most: number): string => {
    const fitting = payloadsUpTo(most);
    place += 1;
    return fitting[(round + place * 7) % fitting.length] ?? "x";
  };
  return Object.fromEntries(
    Object.entries(kind.fields).map(([field, schema]) => [field, fill(schema as Schema, next, round)]),
  );
};

/** In so many rounds every field has held as many different payloads, and the fields together all of them, many times. */
export const hostileRounds = 60;

/** The key of every record of a round. */
export const keyOfRound = (round: number): string => `hostile${String(round).padStart(19, "0")}`;

const fill = (schema: Schema, next: (most: number) => string, round: number): unknown => {
  const inner = (of: unknown) => fill(of as Schema, next, round);
  switch (schema.type) {
    case "exact_optional":
      return inner(schema.wrapped);
    case "string":
      return isFree(schema) ? next(longest(schema)) : sample(schema);
    case "array":
      return [inner(schema.item)];
    case "object":
    case "strict_object":
      return Object.fromEntries(Object.entries(schema.entries as object).map(([key, entry]) => [key, inner(entry)]));
    case "custom":
      return `${String(sample(schema)).split(":")[0]}:${keyOfRound(round)}`;
    default:
      return sample(schema);
  }
};

/** Any value that the schema allows; drawn once, for drawing is slow. */
const sample = (schema: Schema): unknown => {
  if (!drawn.has(schema)) drawn.set(schema, fc.sample(generate(schema), { numRuns: 1, seed: 1 })[0]);
  return drawn.get(schema);
};
const drawn = new WeakMap<Schema, unknown>();
