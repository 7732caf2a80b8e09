import { isObject, type Json, type JsonObject } from "../../json/json.ts";
import { parseJson } from "../../json/parse-json.ts";
import { badRequest, refuse } from "../../refuse.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { checkCount } from "../transport/request-limits.ts";

/** What a reader of `_all_docs` asks for. Absent keys are undefined. */
export type AllDocsQuery = {
  readonly keys: Json[] | undefined;
  readonly start: Json | undefined;
  readonly end: Json | undefined;
  readonly inclusiveEnd: boolean;
  readonly descending: boolean;
  readonly limit: number;
  readonly skip: number;
  readonly includeDocs: boolean;
  readonly conflicts: boolean;
  readonly attachments: boolean;
  readonly updateSeq: boolean;
};

/** Reads the parameters of the query and the members of the body; where both name one, the query wins. */
export const readAllDocsQuery = ({ query }: DatabaseRequest, body: JsonObject): AllDocsQuery => {
  const given = (...names: string[]): Json | undefined => {
    const inQuery = names.find((name) => query.has(name));
    const inBody = names.find((name) => Object.hasOwn(body, name));
    return inQuery !== undefined ? (query.get(inQuery) ?? undefined) : inBody && body[inBody];
  };
  const value = (...names: string[]): Json | undefined => {
    const found = given(...names);
    return names.some((name) => query.has(name)) ? parseJson(String(found)) : found;
  };
  const flag = (name: string, fallback = false): boolean => readFlag(given(name), fallback);
  for (const name of otherFlags) flag(name);
  for (const [name, words] of Object.entries(choices)) {
    const found = given(name);
    if (found !== undefined && !words.includes(String(found))) parseError(`Invalid value for \`${name}\`.`);
  }
  const keys = value("keys");
  if (keys !== undefined && !Array.isArray(keys)) return badRequest("`keys` parameter must be an array.");
  if (keys) checkCount(keys, "keys");
  const key = value("key");
  const [start, end] = [key ?? value("startkey", "start_key"), key ?? value("endkey", "end_key")];
  if (keys && keys.length > 0 && (start !== undefined || end !== undefined))
    return parseError("`keys` is incompatible with `key`, `start_key` and `end_key`");
  return {
    ...{ keys, start, end },
    inclusiveEnd: key !== undefined || flag("inclusive_end", true),
    descending: flag("descending"),
    limit: readCount(given("limit"), Number.MAX_SAFE_INTEGER),
    skip: readCount(given("skip"), 0),
    includeDocs: flag("include_docs"),
    conflicts: flag("conflicts"),
    attachments: flag("attachments"),
    updateSeq: flag("update_seq"),
  };
};

/** Of views; here they are read and change nothing. */
const otherFlags = ["reduce", "group", "sorted", "att_encoding_info"];
const choices: Readonly<Record<string, readonly string[]>> = {
  stale: ["ok", "update_after"],
  stable: ["true", "false"],
  update: ["true", "false", "lazy"],
};

const readFlag = (given: Json | undefined, fallback: boolean): boolean => {
  if (given === undefined) return fallback;
  const word = isObject(given) ? "" : String(given).toLowerCase();
  return word === "true" || (word === "false" ? false : parseError(`Invalid boolean parameter: ${shown(given)}`));
};

const readCount = (given: Json | undefined, fallback: number): number => {
  if (given === undefined) return fallback;
  const isWhole = typeof given === "number" ? Number.isSafeInteger(given) : /^[+-]?\d{1,15}$/.test(String(given));
  if (!isWhole) return parseError(`Invalid value for integer: ${shown(given)}`);
  return Number(given) >= 0 ? Number(given) : parseError(`Invalid value for positive integer: ${shown(given)}`);
};

/** What stood in the address is text to CouchDB, and no text an empty list. */
const shown = (value: Json): string => (value === "" ? "[]" : JSON.stringify(value).slice(0, 100));

const parseError = (reason: string): never => refuse(400, "query_parse_error", reason);
