import type * as v from "valibot";

/** True only for what the schema surely takes. False says nothing: ask the schema for the reason, or for certainty. */
export type QuickCheck = (value: unknown) => boolean;

type Schema = v.GenericSchema & Readonly<Record<string, unknown>>;
type Action = { readonly kind: string; readonly type: string; readonly requirement?: unknown };

/**
 * A schema as a plain function. Nearly every document that a server checks is sound, and valibot spends most of its time on being
 * able to say what is wrong: this is five times faster in the interpreter where `validate_doc_update` runs. What it does not know
 * it leaves to valibot, so it can only be slower than hoped, never wrong; a law holds that.
 */
export const quickCheck = (schema: v.GenericSchema): QuickCheck => {
  const { pipe } = schema as { readonly pipe?: readonly Action[] };
  const [inner, ...actions] = pipe ?? [];
  // What is piped may be piped already.
  const isOfType =
    inner && "pipe" in inner ? quickCheck(inner as unknown as v.GenericSchema) : typeCheck(schema as Schema);
  const steps = actions
    .filter(({ type }) => type !== "metadata")
    .map((step) => (step.kind === "schema" ? quickCheck(step as unknown as v.GenericSchema) : actionCheck(step)));
  if (steps.length === 0) return isOfType;
  const [first, second] = steps;
  if (steps.length === 1 && first) return (value) => isOfType(value) && first(value);
  if (steps.length === 2 && first && second) return (value) => isOfType(value) && first(value) && second(value);
  return (value) => isOfType(value) && steps.every((step) => step(value));
};

const unsure: QuickCheck = () => false;

const typeCheck = (schema: Schema): QuickCheck => {
  switch (schema.type) {
    case "string":
      return (value) => typeof value === "string";
    case "number":
      return (value) => typeof value === "number" && !Number.isNaN(value);
    case "boolean":
      return (value) => typeof value === "boolean";
    case "unknown":
      return () => true;
    case "literal":
      return (value) => value === schema.literal;
    case "picklist":
      return oneOf(schema.options as readonly unknown[]);
    case "custom":
      return schema.check as QuickCheck;
    case "exact_optional":
      return quickCheck(schema.wrapped as v.GenericSchema);
    case "array":
      return arrayOf(quickCheck(schema.item as v.GenericSchema));
    case "tuple":
      return tupleOf((schema.items as v.GenericSchema[]).map(quickCheck));
    case "union":
    case "variant":
      return anyOf((schema.options as v.GenericSchema[]).map(quickCheck));
    case "record":
      return recordOf(quickCheck(schema.key as v.GenericSchema), quickCheck(schema.value as v.GenericSchema));
    case "object":
    case "loose_object":
    case "strict_object":
      return objectOf(schema.entries as Readonly<Record<string, Schema>>, schema.type === "strict_object");
    default:
      return unsure;
  }
};

const actionCheck = ({ type, requirement }: Action): QuickCheck => {
  switch (type) {
    case "regex":
      return (value) => (requirement as RegExp).test(value as string);
    case "integer":
      return (value) => Number.isInteger(value);
    case "min_value":
      return (value) => (value as number) >= (requirement as number);
    case "max_value":
      return (value) => (value as number) <= (requirement as number);
    case "min_length":
      return (value) => (value as string).length >= (requirement as number);
    case "max_length":
      return (value) => (value as string).length <= (requirement as number);
    case "starts_with":
      return (value) => (value as string).startsWith(requirement as string);
    case "iso_date":
      return (value) => (requirement as RegExp).test(value as string);
    case "check":
      return requirement as QuickCheck;
    // Changes the text that the next step sees: sure only where there is nothing to change.
    case "trim":
      return (value) => (value as string).trim() === value;
    default:
      return unsure;
  }
};

const oneOf = (options: readonly unknown[]): QuickCheck => {
  const known = new Set(options);
  return (value) => known.has(value);
};

const arrayOf =
  (item: QuickCheck): QuickCheck =>
  (value) =>
    Array.isArray(value) && value.every(item);

const tupleOf =
  (items: readonly QuickCheck[]): QuickCheck =>
  (value) =>
    Array.isArray(value) && items.every((item, place) => item(value[place]));

const anyOf =
  (options: readonly QuickCheck[]): QuickCheck =>
  (value) =>
    options.some((option) => option(value));

const recordOf =
  (key: QuickCheck, item: QuickCheck): QuickCheck =>
  (value) =>
    isPlain(value) && Object.keys(value).every((name) => key(name) && item(value[name]));

const objectOf = (entries: Readonly<Record<string, Schema>>, isStrict: boolean): QuickCheck => {
  const checks = new Map(Object.entries(entries).map(([name, entry]) => [name, quickCheck(entry)]));
  const needed = Object.keys(entries).filter((name) => entries[name]?.type !== "exact_optional");
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name of needed) if (!(name in value)) return false;
    for (const name of Object.keys(value)) {
      const check = checks.get(name);
      if (check ? !check(value[name]) : isStrict) return false;
    }
    return true;
  };
};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
