import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import { isDatabaseAdmin, type UserContext } from "../accounts/user-context.ts";
import type { Check, RowError } from "../documents/write-context.ts";
import { isObject, type JsonObject } from "../json/json.ts";
import type { Database } from "../store/database.ts";
import type { BuiltInRules } from "./built-in-rules.ts";
import { openSandbox } from "./sandbox.ts";

export type DesignCheck = (database: Database, user: UserContext, check: Check) => RowError | undefined;

const OBJECTS = ["views", "filters", "lists", "shows", "updates", "options"];
/** How many texts are remembered: a server's databases have the same few. */
const MOST_KNOWN = 8;

/** Design documents: for administrators, well-formed, and with a validation function that compiles. */
export const openDesignCheck = (quickjs: () => QuickJSWASMModule, own: BuiltInRules): DesignCheck => {
  const known = new Set<string>();
  /** Each new database brings a text that compiled before. */
  const compilationError = (source: string, design: string): RowError | undefined => {
    if (own.has(source) || known.has(design)) return undefined;
    const fault = faultIn(quickjs(), source, design);
    if (!fault) known.add(design);
    const [oldest] = known;
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    return fault;
  };
  return (database, user, check) => {
    const text = check.newDoc();
    const source = validationIn(database, user, text);
    return typeof source === "string" ? compilationError(source, text) : source;
  };
};

/** The text of the function that a design document brings, or why the document is not taken. */
const validationIn = (database: Database, user: UserContext, text: string): string | RowError | undefined => {
  if (!isDatabaseAdmin(user, JSON.parse(database.security) as JsonObject)) {
    const reason = "You are not a db or server admin.";
    return user.name === null
      ? { status: 401, error: "unauthorized", reason }
      : { status: 403, error: "forbidden", reason };
  }
  const design = JSON.parse(text) as JsonObject;
  for (const name of OBJECTS) {
    if (design[name] !== undefined && !isObject(design[name]))
      return invalid(`\`${name}\` parameter must be an object.`);
  }
  const source = design.validate_doc_update;
  if (source === undefined || design._deleted) return undefined;
  if (typeof source !== "string") return invalid("`validate_doc_update` must be a string.");
  return source;
};

const invalid = (reason: string): RowError => ({ status: 400, error: "invalid_design_doc", reason });

const faultIn = (quickjs: QuickJSWASMModule, source: string, design: string): RowError | undefined => {
  try {
    openSandbox(quickjs, source, design).dispose();
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { status: 400, error: "compilation_error", reason: error.message };
  }
};
