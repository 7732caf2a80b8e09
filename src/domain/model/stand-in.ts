import * as v from "valibot";
import type { Document } from "./document.ts";
import { type Kind, traitsOf } from "./kind.ts";

/**
 * What is shown in the place of a needed field that cannot be read; nothing where there is no such thing, as for what says which act or
 * whose record it is. A trait of the field says it, else its type does.
 */
export const standInFor = (kind: Kind, field: string, { createdAt }: Document): unknown => {
  const schema = kind.fields[field];
  const traits = traitsOf(schema);
  if (!schema || !traits || traits.fixed) return undefined;
  const byInput: Readonly<Record<string, unknown>> = {
    text: "?",
    longText: "?",
    name: "?",
    yesNo: false,
    instant: createdAt,
  };
  const value = traits.standIn ?? byInput[traits.input] ?? [leastOf(schema), []].find((one) => v.is(schema, one));
  return v.is(schema, value) ? value : undefined;
};

/** The least of a count. */
const leastOf = (schema: v.GenericSchema): unknown => {
  const { pipe = [] } = schema as {
    readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
  };
  return pipe.find(({ type }) => type === "min_value")?.requirement;
};
