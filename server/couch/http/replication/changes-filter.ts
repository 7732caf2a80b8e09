import { isDesignId } from "../../documents/document-id.ts";
import type { ChangeFilter } from "../../feeds/change-filter.ts";
import { isObject, isStrings, type Json, type JsonObject } from "../../json/json.ts";
import { compileSelector } from "../../mango/compile-selector.ts";
import { badRequest, refusalOf } from "../../refuse.ts";
import { refuseFilter } from "../database/design-functions.ts";
import { jsonParameter, objectBody, questionBody } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { checkCount } from "../transport/request-limits.ts";

/** The filter that `?filter=` names; undefined for all changes. */
export const changesFilter = (request: DatabaseRequest): ChangeFilter | undefined => {
  const name = request.query.get("filter");
  const read = name === "_selector" ? questionBody : objectBody;
  const body = request.method === "POST" && request.body.length > 0 ? read(request) : {};
  if (name === null || name === "") return undefined;
  if (name === "_doc_ids") return idsFilter(body.doc_ids ?? jsonParameter(request, "doc_ids"));
  if (name === "_selector" && request.method !== "POST")
    return badRequest("Selector must be specified in POST payload");
  if (name === "_selector") return selectorFilter(body);
  if (name === "_design") return { fits: ({ id }) => isDesignId(id) };
  if (name === "_view") return refuseFilter(request.database, viewOf(request), "views");
  if (name.startsWith("_")) return badRequest("unknown builtin filter name");
  return refuseFilter(request.database, name, "filters");
};

const viewOf = ({ query }: DatabaseRequest): string =>
  query.get("view") || badRequest("`view` filter parameter is not provided.");

const idsFilter = (ids: Json | undefined): ChangeFilter => {
  if (!isStrings(ids)) return badRequest("`doc_ids` filter parameter is not a list of doc ids.");
  checkCount(ids, "doc_ids");
  const wanted = new Set(ids);
  return { fits: ({ id }) => wanted.has(id), ids };
};

const selectorFilter = ({ selector }: JsonObject): ChangeFilter => {
  if (!isObject(selector)) return badRequest("Selector error: expected a JSON object");
  const fits = compileForFeed(selector);
  let begun: { readonly seq: number; readonly doc: JsonObject } | undefined;
  return {
    fits: ({ seq, body }) => {
      const doc = begun?.seq === seq ? begun.doc : (JSON.parse(body) as JsonObject);
      const answer = fits(doc);
      begun = answer === undefined ? { seq, doc } : undefined;
      return answer;
    },
  };
};

/** In a feed CouchDB calls every wrong selector a bad request. */
const compileForFeed = (selector: JsonObject): ReturnType<typeof compileSelector> => {
  try {
    return compileSelector(selector);
  } catch (error) {
    const refusal = refusalOf(error);
    // One that is too long is refused in the same words everywhere.
    if (!refusal || refusal.error === "invalid_selector") throw error;
    return badRequest(refusal.reason);
  }
};
