import * as v from "valibot";
import type { MergeRuleOf } from "../merge/shown-value.ts";
import type { Edit } from "../merge/stamps.ts";
import type { Document, Header } from "./document.ts";
import { type Id, maxDocumentBytes, type Traits } from "./field.ts";
import { type QuickCheck, quickCheck } from "./quick-check.ts";

export type Fields = Readonly<Record<string, v.GenericSchema>>;

/** Where documents of a kind live: the type of database, not one database. */
export type DatabaseType = "directory" | "site" | "trip";

/**
 * One kind of document. From its fields come the type, the check, the merge rules, the inputs and the test generators.
 * Fields are added optional; never renamed, never reused.
 */
export type Kind<N extends string = string, F extends Fields = Fields> = {
  readonly name: N;
  readonly version: number;
  readonly homes: readonly DatabaseType[];
  readonly fields: F;
  /** What every version of the kind holds to, also one made by a newer app. */
  readonly header: v.GenericSchema;
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

export const defineKind = <const N extends string, const F extends Fields>(
  name: N,
  version: number,
  homes: readonly DatabaseType[],
  fields: F,
  upgrades: readonly Upgrade[] = [],
): Kind<N, F> => {
  const all = { ...fields, voided: v.exactOptional(v.picklist(["mistake", "duplicate", "cancelled"])) };
  return {
    name,
    version,
    homes,
    fields,
    header: v.looseObject(headerSchema(name)),
    schema: v.looseObject({ ...headerSchema(name), ...all }),
    emptied: v.looseObject({ ...headerSchema(name), ...optionalOf(all), erased: erasure }),
    rule: ruleOf(fields),
    upgrades,
  };
};

/** The same for what several may note unseen of each other and nobody edits: the first to note it counts, and of a `union` what each knew. */
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

const erasure = v.strictObject({
  why: v.picklist(["expired", "moved"]),
  at: v.pipe(v.string(), v.isoDate()),
  to: v.exactOptional(v.pipe(v.string(), v.maxLength(41))),
});

const ruleOf =
  (fields: Fields): MergeRuleOf =>
  (field) =>
    traitsOf(fields[field])?.merge ?? "newest";

/** An object with any names; a list is none, though its places are names, too. */
const mapOf = <S extends v.GenericSchema>(of: S) =>
  v.pipe(
    v.custom<Record<string, v.InferInput<S>>>((map) => !Array.isArray(map)),
    v.record(v.string(), of),
  );

/** More digits than can be used up: the server lets a counter rise by so much with every write (`maxCounterLead`), and no further. */
const stamp = v.pipe(v.string(), v.regex(/^\d{1,15}\.[a-z0-9]{4,16}$/));

const taken = mapOf(mapOf(stamp));
/** Who, when, and what was taken out of lists. What a newer app adds is that app's affair. */
const isEdit = (edit: unknown): boolean =>
  Array.isArray(edit) &&
  typeof edit[0] === "string" &&
  typeof edit[1] === "string" &&
  (edit[2] === undefined || v.is(taken, edit[2]));

const id = v.pipe(v.string(), v.regex(/^[a-z-]+:[A-Za-z0-9_.-]+$/), v.maxLength(120));

/** The header of every document, whatever its kind. */
export const commonHeader = {
  _id: id,
  kind: v.string(),
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: v.pipe(v.string(), v.maxLength(30)),
  createdBy: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  createdDevice: v.pipe(v.string(), v.regex(/^[a-z0-9]{4,16}$/)),
  stamps: v.strictObject({
    base: stamp,
    own: v.exactOptional(mapOf(stamp)),
    seen: mapOf(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999_999_999))),
    edits: mapOf(v.custom<Edit>(isEdit)),
  }),
  rivals: v.exactOptional(mapOf(v.array(v.union([v.tuple([stamp, v.unknown()]), v.tuple([stamp])])))),
};

const headerSchema = (name: string) => ({
  ...commonHeader,
  _id: v.pipe(id, v.startsWith(`${kebab(name)}:`)),
  kind: v.literal(name),
});

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is wrong with a document, field by field; empty when it may be stored. */
export const checkDocument = (kind: Kind, document: unknown): readonly Problem[] =>
  check(isTombstone(document) ? kind.emptied : kind.schema, document);

/** True for what is only a placeholder any more: no list shows it, no command changes it. */
export const isTombstone = (document: unknown): boolean =>
  typeof document === "object" && document !== null && "erased" in document;

/** The same for a document that a newer app made: its fields are that app's affair, its header is everybody's. */
export const checkHeader = (kind: Kind, document: unknown): readonly Problem[] => check(kind.header, document);

const check = (schema: v.GenericSchema, document: unknown): readonly Problem[] => {
  const isLarge = JSON.stringify(document).length > maxDocumentBytes;
  if (!isLarge && quickOf(schema)(document)) return [];
  // Of a large one the first problem is enough: a million of them would fill the memory.
  const checked = v.safeParse(schema, document, { abortEarly: isLarge });
  if (checked.success) return isLarge ? [{ field: "", type: "TooLarge" }] : [];
  return checked.issues.map((issue) => ({ field: v.getDotPath(issue) ?? "", type: problemType(issue) }));
};

/** Made when it is first asked for: an app that checks two kinds of document makes two. */
const quickOf = (schema: v.GenericSchema): QuickCheck => {
  const known = quickChecks.get(schema) ?? quickCheck(schema);
  quickChecks.set(schema, known);
  return known;
};

const quickChecks = new WeakMap<v.GenericSchema, QuickCheck>();

/** `field` is the dotted path; `type` names an error text (`errors.*`). No value of the document is in it. */
export type Problem = { readonly field: string; readonly type: ProblemType };
export type ProblemType =
  | "Missing"
  | "TooLong"
  | "TooLarge"
  | "OutOfRange"
  | "UnknownCode"
  | "ImpossibleDate"
  | "NotValid";

const problemType = (issue: v.BaseIssue<unknown>): ProblemType => {
  if (issue.input === undefined || issue.type === "min_length") return "Missing";
  if (issue.message === "ImpossibleDate" || issue.type === "iso_date") return "ImpossibleDate";
  return types[issue.type] ?? "NotValid";
};

const types: Readonly<Record<string, ProblemType>> = {
  max_length: "TooLong",
  min_value: "OutOfRange",
  max_value: "OutOfRange",
  picklist: "UnknownCode",
};
