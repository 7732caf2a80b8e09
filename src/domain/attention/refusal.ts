import { checkDocument, type ProblemType } from "../model/check-document.ts";
import type { Document } from "../model/document.ts";
import { contentFields } from "../model/document.ts";
import { type Kind, traitsOf } from "../model/kind.ts";

/** Why the server did not take a record, read from its short reason (`validate-update.ts`, `fetch-and-merge.ts`, `round.ts`). */
export type Refusal = { readonly why: RefusalReason; readonly field?: string; readonly problem?: ProblemType };
export type RefusalReason = (typeof whys)[number] | "invalid";

const whys = [
  ...(["closed", "erased", "expired", "not_your_field", "not_your_role"] as const),
  ...(["other_author", "too_large", "unreadable", "unknown_kind"] as const),
] as const;

export const readRefusal = (reason: string): Refusal => {
  const [word = "", path = ""] = reason.split(":");
  const field = path.split(".")[0];
  const why = word === "forbidden" || word === "notFound" ? "closed" : whys.find((known) => known === word);
  if (why) return { why, ...(field && { field }) };
  if (word === "TooLarge") return { why: "too_large" };
  const problem = problems.find((known) => known === word);
  return { why: "invalid", ...(field && { field }), ...(problem && { problem }) };
};

const problems = ["Missing", "TooLong", "OutOfRange", "UnknownCode", "ImpossibleDate", "NotValid"] as const;

/** What can be done about the fields at fault: written anew in a form, or, where no form asks for them, taken out. */
export type Repair = { readonly written: readonly string[]; readonly takenOut: readonly string[] };

export const repairOf = (kind: Kind, document: Document, { why, field }: Refusal): Repair => {
  const found = checkDocument(kind, document).map((problem) => problem.field.split(".")[0] ?? "");
  const longest = why === "too_large" || found.includes("") ? longestFields(document) : [];
  const named = field && (why === "invalid" || why === "too_large") ? [field] : [];
  const fields = [...new Set([...named, ...found, ...longest])].filter((one) => !traitsOf(kind.fields[one])?.fixed);
  return {
    written: fields.filter((one) => typedInputs.has(inputOf(kind, one))),
    takenOut: fields.filter(
      (one) => !typedInputs.has(inputOf(kind, one)) && kind.fields[one]?.type === "exact_optional" && one in document,
    ),
  };
};

const inputOf = (kind: Kind, field: string): string => traitsOf(kind.fields[field])?.input ?? "";

const longestFields = (document: Document): readonly string[] =>
  contentFields(document)
    .map((field) => ({ field, length: JSON.stringify(document[field])?.length ?? 0 }))
    .sort((a, b) => b.length - a.length)
    .slice(0, 3)
    .map(({ field }) => field);

const typedInputs: ReadonlySet<string> = new Set([
  ...["name", "text", "longText", "choice", "choices", "count", "yesNo", "date", "birth"],
]);
