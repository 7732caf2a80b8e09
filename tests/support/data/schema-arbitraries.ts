import fc, { type Arbitrary } from "fast-check";
import type * as v from "valibot";
import type { Kind } from "../../../src/domain/model/kind.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";

/** Content that the kind's own schema allows, as a fast-check arbitrary made from that schema. */
export const contentOf = (kind: Kind): Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(kind.fields).map(([field, schema]) => [field, generate(schema)])), {
    requiredKeys: Object.entries(kind.fields)
      .filter(([, schema]) => schema.type !== "exact_optional")
      .map(([field]) => field),
  });

type Schema = v.GenericSchema & Readonly<Record<string, unknown>>;

export const generate = (schema: v.GenericSchema): Arbitrary<unknown> => {
  const shape = schema as Schema;
  const steps = (shape.pipe as Schema[] | undefined) ?? [];
  const requirement = (type: string) => steps.find((step) => step.type === type)?.requirement;
  switch (shape.type) {
    case "exact_optional":
      return generate(shape.wrapped as v.GenericSchema);
    case "string":
      return stringOf(requirement);
    case "number":
      return numberOf(
        requirement,
        steps.some((step) => step.type === "integer"),
      );
    case "boolean":
      return fc.boolean();
    case "literal":
      return fc.constant(shape.literal);
    case "picklist":
      return fc.constantFrom(...(shape.options as string[]));
    case "array":
      return fc.array(generate(shape.item as v.GenericSchema), { maxLength: 4 });
    case "object":
    case "strict_object":
      return objectOf(shape.entries as Record<string, Schema>);
    case "record":
      return fc.dictionary(
        generate(shape.key as v.GenericSchema) as Arbitrary<string>,
        generate(shape.value as v.GenericSchema),
        { maxKeys: 4 },
      );
    case "variant":
      return fc.oneof(...(shape.options as v.GenericSchema[]).map(generate));
    case "custom":
      return refOf(shape);
    default:
      throw new Error(`no generator for schemas of type ${shape.type}`);
  }
};

const objectOf = (entries: Record<string, Schema>) =>
  fc.record(Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, generate(entry)])), {
    requiredKeys: Object.entries(entries)
      .filter(([, entry]) => entry.type !== "exact_optional")
      .map(([key]) => key),
  });

const key = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{26}$/);

/** What ids of each kind begin with. */
export const prefixes: readonly string[] = Object.keys(kinds).map((name) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
);

/** References check only their prefix: take the first kind the schema accepts. */
const refOf = (shape: Schema) => {
  const check = shape.check as (value: unknown) => boolean;
  const prefix = prefixes.find((kind) => check(`${kind}:0`));
  return key.map((random) => `${prefix}:${random}`);
};

const day = fc
  .date({ min: new Date("1920-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString());

const stringOf = (requirement: (type: string) => unknown): Arbitrary<string> => {
  const pattern = requirement("regex") as RegExp | undefined;
  if (pattern?.source.includes("T\\d{2}")) return day;
  if (requirement("iso_date") || requirement("check")) return day.map((at) => at.slice(0, 10));
  if (pattern) return fc.stringMatching(pattern);
  const max = Math.min((requirement("max_length") as number | undefined) ?? 40, 12);
  return fc
    .string({ minLength: 1, maxLength: max, unit: "grapheme" })
    .map((text) => wholeLetters(text.trim(), max) || "я");
};

/** Half a surrogate pair is not text: CouchDB refuses the whole request. */
const wholeLetters = (text: string, max: number): string =>
  [...text].reduce((taken, letter) => (taken.length + letter.length > max ? taken : taken + letter), "").trim();

const numberOf = (requirement: (type: string) => unknown, integer: boolean): Arbitrary<number> => {
  const min = (requirement("min_value") as number | undefined) ?? 0;
  const max = (requirement("max_value") as number | undefined) ?? 1_000;
  return integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
};
