import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import type { RowError } from "../documents/write-context.ts";
import type { JsonObject } from "../json/json.ts";
import type { Database, DocumentRow } from "../store/database.ts";
import { type BuiltInRules, validateByBuiltInRule } from "./built-in-rules.ts";
import type { Interpreters } from "./interpreters.ts";
import { openSandbox } from "./sandbox.ts";
import type { ValidationFunction } from "./validation-function.ts";

/** A validation function ready to judge, or the error that every write gets because it does not compile. */
export type CompiledFunction = { readonly judge?: ValidationFunction; readonly fault?: RowError };

type Entry = CompiledFunction & { readonly rev: string };
type Kept = { designs: number; entries: Map<string, Entry> };

export type ValidationFunctions = {
  /** The validation functions of a database, by the id of their design documents. */
  readonly of: (database: Database) => CompiledFunction[];
  /** Forgets all of them without freeing, since their interpreter broke. */
  readonly abandon: () => void;
};

/** Databases whose interpreters are kept; each takes some hundred kilobytes. */
const MOST_KEPT = 64;

/** Keeps one judge for each design document, compiled once per revision. */
export const openValidationFunctions = (interpreters: Interpreters, own: BuiltInRules): ValidationFunctions => {
  const kept = new Map<Database, Kept>();

  const compile: Compile = (source, body) => {
    const rule = own.get(source);
    if (rule) return { judge: validateByBuiltInRule(rule, () => openSandbox(interpreters.current(), source, body)) };
    return inSandbox(interpreters.current(), source, body);
  };
  const of = (database: Database): CompiledFunction[] => {
    const known = kept.get(database) ?? { designs: -1, entries: new Map() };
    kept.delete(database);
    kept.set(database, known);
    if (known.designs !== database.designs) {
      known.entries = refresh(compile, database, known.entries);
      known.designs = database.designs;
    }
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest) {
      disposeEntries(kept.get(oldest)?.entries);
      kept.delete(oldest);
    }
    return [...known.entries.values()];
  };
  return { of, abandon: () => kept.clear() };
};

type Compile = (source: string, body: string) => CompiledFunction;

const refresh = (compile: Compile, database: Database, before: Map<string, Entry>): Map<string, Entry> => {
  const rows = database
    .sql("SELECT id, rev, body FROM $documents WHERE id >= '_design/' AND id < '_design0' AND deleted = 0 ORDER BY id")
    .all() as Pick<DocumentRow, "id" | "rev" | "body">[];
  const after = new Map<string, Entry>();
  for (const { id, rev, body } of rows) {
    const known = before.get(id);
    const source = known?.rev === rev ? "" : (JSON.parse(body) as JsonObject).validate_doc_update;
    if (known?.rev === rev) after.set(id, known);
    else if (typeof source === "string") after.set(id, { rev, ...compile(source, body) });
  }
  disposeEntries(new Map([...before].filter(([id, entry]) => after.get(id) !== entry)));
  return after;
};

const inSandbox = (quickjs: QuickJSWASMModule, source: string, body: string): CompiledFunction => {
  try {
    return { judge: openSandbox(quickjs, source, body) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { fault: { status: 403, error: "compilation_error", reason: error.message } };
  }
};

const disposeEntries = (entries: Map<string, Entry> | undefined): void => {
  for (const { judge } of entries?.values() ?? []) judge?.dispose();
};
