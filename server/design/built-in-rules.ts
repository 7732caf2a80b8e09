import validatorText from "virtual:validator-text";
import { validateUpdate } from "./validate-update.ts";

/** Its parameters say what a sound document looks like; that one is none it finds out itself, as it does inside a CouchDB. */
const rule = validateUpdate as (newDoc: unknown, oldDoc: unknown, user: unknown, security: unknown) => void;

/** The rules of our databases as the embedded store may run them: by their text, without an interpreter. */
export const builtInRules: ReadonlyMap<string, typeof rule> = new Map([[validatorText, rule]]);
