import type { ChildField } from "../../../domain/child-form/blocks.ts";
import { fillForm } from "../../../domain/child-form/fill-form.ts";
import type { Problem } from "../../../domain/model/check-document.ts";
import { type Child, child as kind } from "../../../domain/model/kinds/child.ts";
import { err, ok, type Result } from "../../../domain/model/result.ts";
import { type TypedError, type TypedValues, valueFrom } from "../../../forms/typed-values.ts";
import { useChange } from "../../../live/use-change.ts";

/** What is wrong, by field; under an empty name what is wrong with the whole. */
export type BlockErrors = Readonly<Record<string, TypedError | { readonly type: Problem["type"] | "NotSaved" }>>;

type Changed = Readonly<Partial<Record<ChildField, unknown>>>;

/** The values of the fields in which something was typed. */
export const readTyped = (
  fields: readonly (ChildField & keyof typeof kind.fields)[],
  typed: TypedValues,
  form: Child,
  today: string,
): Result<Changed, BlockErrors> => {
  const wrong: Record<string, TypedError> = {};
  const changed: Partial<Record<ChildField, unknown>> = {};
  for (const field of fields) {
    if (!(field in typed)) continue;
    const read = valueFrom(kind.fields[field], typed[field], form[field], today);
    if (!read.ok) wrong[field] = read.error;
    else if (read.value !== form[field]) changed[field] = read.value;
  }
  return Object.keys(wrong).length > 0 ? err(wrong) : ok(changed);
};

/** Saves what was changed in a block; answers what is wrong with it, if anything is. */
export const useSaveBlock = (database: string, id: Child["_id"]) => {
  const change = useChange(database, "child");
  return async (changed: Changed): Promise<BlockErrors> => {
    const saved = await change(id, (current) => fillForm(current, changed)).catch(() => undefined);
    if (saved?.ok) return {};
    if (saved?.error.type !== "NotValid") return { "": { type: "NotSaved" } };
    return Object.fromEntries(
      saved.error.problems.map(({ field, type }) => [field.split(".")[0] ?? "", { type }] as const),
    );
  };
};
