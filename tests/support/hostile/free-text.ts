import type * as v from "valibot";

/** A schema, and whatever it carries. */
export type Schema = v.GenericSchema & Readonly<Record<string, unknown>>;

const stepsOf = (schema: Schema) => (schema.pipe as Schema[] | undefined) ?? [];

/** True where a string may be any text. */
export const isFree = (schema: Schema): boolean =>
  schema.type === "string" && !stepsOf(schema).some(({ type }) => shaped.has(type));
const shaped: ReadonlySet<string> = new Set(["regex", "iso_date", "check", "picklist"]);

/** The most characters that a free text takes. */
export const longest = (schema: Schema): number =>
  (stepsOf(schema).find(({ type }) => type === "max_length")?.requirement as number | undefined) ?? 80;
