import * as v from "valibot";
import type { MergeRuleOf } from "../merge/shown-value.ts";
import type { Document, Header } from "./document.ts";
import { type Id, realDay, type Traits } from "./field.ts";
import { headerSchema } from "./header.ts";

export type Fields = Readonly<Record<string, v.GenericSchema>>;

/** Where documents of a kind live: the type of database, not one database. */
export type DatabaseType = "directory" | "site" | "trip" | WalledTier;

/** What nobody at a site reads by working there: T2 contacts and papers, T3 health, T4 protection (domain reference 8.1). */
export type WalledTier = "case" | "care" | "protection";

/**
 * One kind of document. From its fields come the type, the check, the merge rules, the inputs and the test generators.
 * Fields are added optional; never renamed, never reused.
 */
export type Kind<N extends string = string, F extends Fields = Fields> = {
  readonly name: N;
  readonly version: number;
  readonly homes: readonly DatabaseType[];
  readonly fields: F;
  /** The fields, and what the app notes of any document. */
  readonly content: Fields;
  readonly schema: v.GenericSchema;
  /** The same for what is left after erasure: every field may be missing. */
  readonly emptied: v.GenericSchema;
  readonly rule: MergeRuleOf;
  /** What each version reads out of the ones before it, oldest first. */
  readonly upgrades: readonly Upgrade[];
};

/** One step in the list of a kind: a field that is new in a version is read out of what older apps wrote. */
export type Upgrade = {
  /** The version that brings the field. */
  readonly to: number;
  readonly field: string;
  /** Pure; `undefined` where there is nothing to make it of. */
  readonly make: (document: Document) => unknown;
  readonly example: {
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  };
};

export type ContentOf<K> =
  K extends Kind<string, infer F> ? v.InferOutput<v.ObjectSchema<F, undefined>> & Voidable : never;
export type DocumentOf<K> =
  K extends Kind<infer N, Fields> ? Header & ContentOf<K> & { readonly _id: Id<N>; readonly kind: N } : never;

/** Nothing is deleted: what was entered by mistake is voided, and says so. */
export type Voidable = { readonly voided?: "mistake" | "duplicate" | "cancelled"; readonly erased?: Erasure };

/** What is left of a document whose content was taken away (`erase.ts`). `at` is a day; `to` the site it went to. */
export type Erasure = { readonly why: "expired" | "moved"; readonly at: string; readonly to?: string };

const erasure = v.strictObject({
  why: v.picklist(["expired", "moved"]),
  at: realDay(),
  to: v.exactOptional(v.pipe(v.string(), v.maxLength(41))),
});

export const defineKind = <const N extends string, const F extends Fields>(
  name: N,
  version: number,
  homes: readonly DatabaseType[],
  fields: F,
  upgrades: readonly Upgrade[] = [],
): Kind<N, F> => {
  const voided = v.exactOptional(v.picklist(["mistake", "duplicate", "cancelled"]));
  const all = { ...fields, voided };
  return {
    name,
    version,
    homes,
    fields,
    content: { ...all, erased: v.exactOptional(erasure) },
    schema: v.looseObject({ ...headerSchema(name), ...all }),
    emptied: v.looseObject({ ...headerSchema(name), ...optionalOf(all), erased: erasure }),
    rule: ruleOf(fields),
    upgrades,
  };
};

/** The same for what several may note unseen of each other and never edit: the first to note it counts, and of a `union` what each knew. */
export const defineEvents = <const N extends string, const F extends Fields>(
  ...[name, version, homes, fields]: [name: N, version: number, homes: readonly DatabaseType[], fields: F]
): Kind<N, F> => ({
  ...defineKind(name, version, homes, fields),
  rule: (field) => {
    if (field === "voided" || field === "erased") return "newest";
    return ruleOf(fields)(field) === "union" ? "union" : "first";
  },
});

export const traitsOf = (schema: v.GenericSchema | undefined): Traits | undefined => {
  if (!schema) return undefined;
  const inner = "wrapped" in schema ? (schema.wrapped as v.GenericSchema) : schema;
  return v.getMetadata(inner) as Traits;
};

export const isRequired = (kind: Kind, field: string): boolean => kind.fields[field]?.type !== "exact_optional";

const optionalOf = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([field, schema]) => [
      field,
      schema.type === "exact_optional" ? schema : v.exactOptional(schema),
    ]),
  );

const ruleOf =
  (fields: Fields): MergeRuleOf =>
  (field) =>
    traitsOf(fields[field])?.merge ?? "newest";

/** True for what is only a placeholder any more: no list shows it, no command changes it. */
export const isTombstone = (document: unknown): boolean =>
  typeof document === "object" && document !== null && "erased" in document;
