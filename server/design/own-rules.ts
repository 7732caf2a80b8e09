import validatorText from "virtual:validator-text";
import { validateUpdate } from "./validate-update.ts";

/** What `validateUpdate` takes is what CouchDB gives; that a document has its form is the first thing it looks at. */
const rule = validateUpdate as (newDoc: unknown, oldDoc: unknown, user: unknown, security: unknown) => void;

/** The rules of our databases as the embedded store may run them: by their text, without an interpreter. */
export const ownRules: ReadonlyMap<string, typeof rule> = new Map([[validatorText, rule]]);
