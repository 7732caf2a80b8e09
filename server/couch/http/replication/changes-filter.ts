import { isDesignId } from "../../documents/document-id.ts";
import type { ChangeFilter } from "../../feeds/change-filter.ts";
import { isObject, isStrings, type Json, type JsonObject } from "../../json/json.ts";
import { compileSelector } from "../../mango/compile-selector.ts";
import { badRequest, notFound } from "../../refuse.ts";
import { jsonParameter, objectBody } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";

/** The filter that `?filter=` names; undefined for all changes. */
export const changesFilter = (request: DatabaseRequest): ChangeFilter | undefined => {
  const body = request.method === "POST" && request.body.length > 0 ? objectBody(request) : {};
  const name = request.query.get("filter");
  if (name === null) return undefined;
  if (name === "_doc_ids") return idsFilter(body.doc_ids ?? jsonParameter(request, "doc_ids"));
  if (name === "_selector") return selectorFilter(body);
  if (name === "_design") return { fits: ({ id }) => isDesignId(id) };
  if (name.startsWith("_")) return badRequest("Unknown built-in filter");
  return name.includes("/") ? notFound() : badRequest("filter parameter must be of the form `designname/filtername`");
};

const idsFilter = (ids: Json | undefined): ChangeFilter => {
  if (!isStrings(ids)) return badRequest("`doc_ids` filter parameter is not a list of doc ids.");
  const wanted = new Set(ids);
  return { fits: ({ id }) => wanted.has(id), ids };
};

const selectorFilter = ({ selector }: JsonObject): ChangeFilter => {
  if (!isObject(selector)) return badRequest("Selector must be specified in POST payload");
  const fits = compileSelector(selector);
  return { fits: ({ body }) => fits(JSON.parse(body) as JsonObject) };
};
