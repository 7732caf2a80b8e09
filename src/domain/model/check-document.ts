import * as v from "valibot";
import { deepEqual } from "../merge/deep-equal.ts";
import { writesOf } from "../merge/writes.ts";
import { contentFields, type Document, isContent } from "./document.ts";
import { maxBytesBesideLeads, maxDocumentBytes } from "./field.ts";
import { isTombstone, type Kind } from "./kind.ts";
import { isPlainValue, maxUnknownLength, unknownLength } from "./loose-parts.ts";
import { type QuickCheck, quickCheck } from "./quick-check.ts";

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

/**
 * What is wrong with a document, field by field; empty when it may be stored. Fields that this version does not know are somebody else's
 * affair, but bounded; values that wait beside a field are held to what the field is.
 */
export const checkDocument = (kind: Kind, document: unknown): readonly Problem[] =>
  problemsOf(kind, document, () => false);

/**
 * What a change makes wrong. What was wrong before and is as it was is not the fault of a change elsewhere, and a document
 * that was too large may become smaller. `atMost`: its length or more, where the caller knows; of a short one nothing is counted again.
 */
export const checkChange = (
  kind: Kind,
  document: Document,
  before: Document | undefined,
  atMost: number = lengthOf(document),
): readonly Problem[] => {
  if (!before) return problemsOf(kind, document, () => false, atMost);
  const writes = writesOf(before);
  const isKnown: IsKnown = (field, value) =>
    deepEqual(before[field], value) ||
    [...(writes.get(field)?.values() ?? [])].some(([, written]) => deepEqual(written, value));
  const isOld = ([stamp, edit]: [string, unknown]) => deepEqual(before.stamps.edits[stamp], edit);
  const edits = Object.fromEntries(Object.entries(document.stamps.edits).filter((edit) => !isOld(edit)));
  const problems = problemsOf(kind, { ...document, stamps: { ...document.stamps, edits } }, isKnown, atMost);
  if (atMost <= maxDocumentBytes) return problems;
  const length = lengthOf(document);
  if (length <= maxDocumentBytes) return problems;
  const grows = length > lengthOf(before);
  return problems.length === 0 && grows ? [tooLarge] : problems.filter(({ field }) => field !== "" || grows);
};

/** What a small edit adds: a lead may make one even where no room is left; of other accounts the server refuses it. */
const smallEdit = 1_024;

/** The same for what is written on a phone: of a record that is not crowded yet it leaves a lead's room free, as the server will. */
export const checkWrite = (kind: Kind, document: Document, before?: Document): readonly Problem[] => {
  const problems = checkChange(kind, document, before);
  const isFilling = lengthOf(document) > maxBytesBesideLeads + (before ? smallEdit : 0) && !isCrowded(before);
  return problems.length === 0 && isFilling ? [tooLarge] : problems;
};

const isCrowded = (before: Document | undefined): boolean =>
  before !== undefined && lengthOf(before) > maxBytesBesideLeads - smallEdit;

/** Characters of JSON. */
export const lengthOf = (document: object): number => JSON.stringify(document).length;

type IsKnown = (field: string, value: unknown) => boolean;

const tooLarge: Problem = { field: "", type: "TooLarge" };

const problemsOf = (
  kind: Kind,
  document: unknown,
  isKnown: IsKnown,
  atMost = Number.POSITIVE_INFINITY,
): readonly Problem[] => {
  const isLarge = atMost > maxDocumentBytes && JSON.stringify(document).length > maxDocumentBytes;
  const schema = isTombstone(document) ? kind.emptied : kind.schema;
  const ofSchema = schemaProblems(schema, document, isLarge).filter(
    ({ field }) => !isKnown(...topOf(field, document as Document)),
  );
  if (isLarge) return ofSchema.length > 0 ? ofSchema : [tooLarge];
  return ofSchema.length > 0 ? ofSchema : looseProblems(kind, document as Document, isKnown);
};

const topOf = (path: string, document: Document): [field: string, value: unknown] => {
  const [field = ""] = path.split(".");
  return [field, document[field]];
};

const schemaProblems = (schema: v.GenericSchema, document: unknown, isLarge: boolean): readonly Problem[] => {
  if (!isLarge && quickOf(schema)(document)) return [];
  // Of a large one the first problem is enough: a million of them would fill the memory.
  const checked = v.safeParse(schema, document, { abortEarly: isLarge });
  if (checked.success) return [];
  return checked.issues.map((issue) => ({ field: v.getDotPath(issue) ?? "", type: problemType(issue) }));
};

/** What no schema says: of every text and list, of what waits beside a field, and of what nobody here knows. */
const looseProblems = (kind: Kind, document: Document, isKnown: IsKnown): readonly Problem[] => {
  const content = contentFields(document)
    .filter((field) => !isPlainValue(document[field]) && !isKnown(field, document[field]))
    .map((field): Problem => ({ field, type: "NotValid" }));
  const waiting = Object.entries(document.rivals ?? {})
    .filter(([field, siblings]) =>
      siblings.some(([, value]) => value !== undefined && !isKnown(field, value) && !isSound(kind, field, value)),
    )
    .map(([field]): Problem => ({ field: `rivals.${field}`, type: "NotValid" }));
  const isCrowded = unknownLength(document, kind.content) > maxUnknownLength;
  const unknown = contentFields(document).find((field) => !(field in kind.content) && !isKnown(field, document[field]));
  return [...content, ...waiting, ...(isCrowded && unknown ? [{ field: unknown, type: "TooLarge" } as const] : [])];
};

/** Whether a value may stand in a field. */
export const isSound = (kind: Kind, field: string, value: unknown): boolean => {
  const schema = isContent(field) ? kind.content[field] : undefined;
  if (!isPlainValue(value)) return false;
  return !schema || quickOf(schema)(value) || v.is(schema, value);
};

/** Made when it is first asked for: an app that checks two kinds of document makes two. */
const quickOf = (schema: v.GenericSchema): QuickCheck => {
  const known = quickChecks.get(schema) ?? quickCheck(schema);
  quickChecks.set(schema, known);
  return known;
};

const quickChecks = new WeakMap<v.GenericSchema, QuickCheck>();

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
