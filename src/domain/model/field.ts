import * as v from "valibot";
import { isRealDay, isRealInstant } from "../dates/real-moments.ts";
import type { MergeRule } from "../merge/shown-value.ts";
import { type CodeList, codes } from "./codes.ts";

/**
 * The fields documents are made of. Each is a valibot schema that carries its traits as metadata, so that one declaration gives
 * the type, the check, the input in a form, the rule of merging and what has to be redacted.
 */
export type Traits = {
  readonly input: Input;
  /** Says something about a person: never in logs, nulled on erasure. */
  readonly personal?: boolean;
  readonly merge?: MergeRule;
  /** Cannot change once written. */
  readonly fixed?: boolean;
  /** Shown in the place of a value that cannot be read, where the field is needed: what harms nobody. */
  readonly standIn?: unknown;
  /** Name of the code list (`codes.ts`) whose labels are shown. */
  readonly list?: CodeList;
  /** Codes of the list that are read, and offered only where they stand already. */
  readonly withheld?: readonly string[];
};

export type Input =
  | "name"
  | "text"
  | "longText"
  | "choice"
  | "choices"
  | "count"
  | "yesNo"
  | "date"
  | "birth"
  | "instant"
  | "phone"
  | "ref"
  | "structure";

/** The longest list of a field: more than a family, a bus or a day has of anything. */
const mostElements = 200;

type Options = Partial<Traits>;
const traits = <T>(input: Input, options: Options = {}) => v.metadata<T, Traits>({ input, ...options });

/** Longest document, as UTF-8 JSON (bytes). Larger ones are refused before they are saved. */
export const maxDocumentBytes = 65_536;

/** What others than leads may fill of it: whatever they put into a record, a lead can still change it. */
export const maxBytesBesideLeads = maxDocumentBytes - 16_384;

export const name = (max = 80) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), traits("name", { personal: true }));

export const text = (max: number, options?: Options) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(max), traits(max > 100 ? "longText" : "text", options));

/** The same where empty is an answer, too. */
export const maybeText = (max: number, options?: Options) =>
  v.pipe(v.string(), v.maxLength(max), traits(max > 100 ? "longText" : "text", options));

export const choice = <L extends CodeList>(list: L, options?: Options) =>
  v.pipe(v.picklist(codes[list]), traits("choice", { list, ...options }));

export const choices = <L extends CodeList>(list: L, options?: Options) =>
  v.pipe(v.array(v.picklist(codes[list])), v.maxLength(codes[list].length), traits("choices", { list, ...options }));

export const count = (min: number, max: number, options?: Options) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max), traits("count", options));

export const decimal = (min: number, max: number, options?: Options) =>
  v.pipe(v.number(), v.minValue(min), v.maxValue(max), traits("count", options));

export const yesNo = (options?: Options) => v.pipe(v.boolean(), traits("yesNo", options));

/** A day that exists, `YYYY-MM-DD`. */
export const date = (options?: Options) =>
  v.pipe(v.string(), v.isoDate(), v.check(isRealDay, "ImpossibleDate"), traits("date", options));

/** The same as a part of a structure. */
export const realDay = () => v.pipe(v.string(), v.isoDate("ImpossibleDate"), v.check(isRealDay, "ImpossibleDate"));

/** The last day of a record. Of several that were written unseen the latest holds, and the server refuses to bring it forward. */
export const lastDay = () => optional(date({ merge: "max" }));

/** An instant in UTC that exists, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const instant = (options?: Options) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/),
    v.check(isRealInstant, "ImpossibleDate"),
    traits("instant", options),
  );

/** The id of another document, `kind:…`. */
export const ref = <K extends string>(kind: K, options?: Options) =>
  v.pipe(
    v.custom<Id<K>>((value) => typeof value === "string" && value.startsWith(`${kind}:`) && value.length <= 120),
    traits("ref", options),
  );

export const listOf = <S extends v.GenericSchema>(of: S, options?: Options) =>
  v.pipe(v.array(of), v.maxLength(mostElements), traits("structure", options));

/** Numbers of cards, nine digits each: phones that add or report some unseen of each other lose none. */
export const cardNumbers = () => listOf(v.pipe(v.string(), v.regex(/^\d{9}$/)), { merge: "union", personal: true });

export const structure = <S extends v.GenericSchema>(of: S, options?: Options) =>
  v.pipe(of, traits("structure", options));

/** The slug of a site: names its databases and roles (`site-medyka`, `volunteer:medyka`). */
export const siteSlug = () => siteName({ fixed: true });

/** Another site than the document's own, by its slug. */
export const siteName = (options?: Options) =>
  v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/), traits("ref", options));

export const optional = <S extends v.GenericSchema>(schema: S) => v.exactOptional(schema);

export type Id<K extends string = string> = `${K}:${string}`;
