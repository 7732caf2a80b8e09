import type { Json, JsonObject } from "../../json/json.ts";
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

/** Reads the parameters of the query and the members of the body, which win. */
export const readAllDocsQuery = ({ query }: DatabaseRequest, body: JsonObject): AllDocsQuery => {
  const value = (...names: string[]): Json | undefined => {
    for (const name of names) {
      if (Object.hasOwn(body, name)) return body[name];
      const text = query.get(name);
      if (text !== null) return parseJson(text);
    }
    return undefined;
  };
  const flag = (name: string, fallback = false): boolean => {
    const given = value(name);
    if (given === undefined) return fallback;
    return typeof given === "boolean" ? given : parseError(`Invalid boolean parameter: ${JSON.stringify(given)}`);
  };
  const count = (name: string, fallback: number): number => {
    const given = value(name);
    if (given === undefined) return fallback;
    if (Number.isSafeInteger(given) && Number(given) >= 0) return Number(given);
    return parseError(`Invalid value for ${name}: ${JSON.stringify(given)}`);
  };
  const keys = value("keys");
  if (keys !== undefined && keys !== null && !Array.isArray(keys))
    return badRequest("`keys` parameter must be an array.");
  if (keys) checkCount(keys, "keys");
  const key = value("key");
  return {
    keys: keys ?? undefined,
    start: key ?? value("startkey", "start_key"),
    end: key ?? value("endkey", "end_key"),
    inclusiveEnd: key !== undefined || flag("inclusive_end", true),
    descending: flag("descending"),
    limit: count("limit", Number.MAX_SAFE_INTEGER),
    skip: count("skip", 0),
    includeDocs: flag("include_docs"),
    conflicts: flag("conflicts"),
    attachments: flag("attachments"),
    updateSeq: flag("update_seq"),
  };
};

const parseError = (reason: string): never => refuse(400, "query_parse_error", reason);
