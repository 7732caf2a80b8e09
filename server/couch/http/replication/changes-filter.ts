import { isDesignId } from "../../documents/document-id.ts";
import type { ChangeFilter } from "../../feeds/change-filter.ts";
import { isObject, isStrings, type Json, type JsonObject } from "../../json/json.ts";
import { compileSelector } from "../../mango/compile-selector.ts";
import { badRequest, notFound } from "../../refuse.ts";
import { jsonParameter, objectBody, questionBody } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { checkCount } from "../transport/request-limits.ts";

/** The filter that `?filter=` names; undefined for all changes. */
export const changesFilter = (request: DatabaseRequest): ChangeFilter | undefined => {
  const name = request.query.get("filter");
  const read = name === "_selector" ? questionBody : objectBody;
  const body = request.method === "POST" && request.body.length > 0 ? read(request) : {};
  if (name === null) return undefined;
  if (name === "_doc_ids") return idsFilter(body.doc_ids ?? jsonParameter(request, "doc_ids"));
  if (name === "_selector") return selectorFilter(body);
  if (name === "_design") return { fits: ({ id }) => isDesignId(id) };
  if (name.startsWith("_")) return badRequest("Unknown built-in filter");
  return name.includes("/") ? notFound() : badRequest("filter parameter must be of the form `designname/filtername`");
};

const idsFilter = (ids: Json | undefined): ChangeFilter => {
  if (!isStrings(ids)) return badRequest("`doc_ids` filter parameter is not a list of doc ids.");
  checkCount(ids, "doc_ids");
  const wanted = new Set(ids);
  return { fits: ({ id }) => wanted.has(id), ids };
};

const selectorFilter = ({ selector }: JsonObject): ChangeFilter => {
  if (!isObject(selector)) return badRequest("Selector must be specified in POST payload");
  const fits = compileSelector(selector);
  return { fits: ({ body }) => fits(JSON.parse(body) as JsonObject) };
};
