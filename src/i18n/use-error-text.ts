import { useCallback } from "react";
import { useT } from "./use-t.ts";
import type { KeyOf, Words } from "./words.ts";

/** The names of errors that have a text; a new error needs a line in `locales/en/errors.json` to compile. */
export type ErrorName = KeyOf<Words["errors"]>;

export type NamedError = { readonly type: ErrorName };

export type ErrorText = (error: NamedError) => string;

/** Errors are plain objects named for what happened: `{ type: "RosterFull", beds: 12 }` reads `errors.RosterFull`. */
export const useErrorText = (): ErrorText => {
  const t = useT();
  return useCallback((error) => t(`errors.${error.type}`, { ...error }), [t]);
};
