import { findDocument } from "../../documents/find-document.ts";
import { isObject, type JsonObject } from "../../json/json.ts";
import { badRequest, notAllowed, notFound, refuse } from "../../refuse.ts";
import type { Database } from "../../store/database.ts";
import type { Answer } from "../transport/answer.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";

/** Functions of a design document that somebody asks to run, by what stands in the path, and where the document keeps them. */
const KEPT_IN: ReadonlyMap<string, string> = new Map([
  ["_view", "views"],
  ["_show", "shows"],
  ["_list", "lists"],
  ["_update", "updates"],
  ["_rewrite", "rewrites"],
  ["_info", "views"],
  ["_search", "indexes"],
  ["_nouveau", "nouveau"],
]);

export const isFunctionPath = (name: string | undefined): boolean => name !== undefined && KEPT_IN.has(name);

/** Foreign functions run in no request here but `validate_doc_update`: who asks for one is told so, and not that there is none. */
export const refuseFunction = (
  { method, database, rest: [action = "", name, more] }: DatabaseRequest,
  design: string,
): Answer => {
  const document = designOf(database, design);
  if (action === "_view" && more === "queries" && method !== "POST") return notAllowed("POST");
  const functions = document[KEPT_IN.get(action) ?? ""];
  const isThere = name === undefined || (isObject(functions) && Object.hasOwn(functions, name));
  if (action === "_view" && !isThere) return notFound("missing_named_view");
  return notRun(action.slice(1));
};

/** A filter of a design document, or the map of one of its views as a filter. Refuses (404) what is not there, (501) what is. */
export const refuseFilter = (database: Database, path: string, kind: "filters" | "views"): never => {
  const [design = "", name = "", ...more] = path.split("/").filter((part) => part !== "");
  if (name === "" || more.length > 0)
    return badRequest(
      kind === "filters"
        ? "`filter` must be of the form `designname/filtername`"
        : "`view` must be of the form `designname/viewname`",
    );
  const document = designOf(database, `_design/${design}`);
  const functions = document[kind];
  if (functions === undefined) return notFound(`missing json key: ${kind}`);
  if (!isObject(functions) || !Object.hasOwn(functions, name)) return notFound(`missing json key: ${name}`);
  return notRun("filter");
};

const designOf = (database: Database, id: string): JsonObject => {
  const { row } = findDocument(database, id) ?? notFound();
  return row.deleted ? notFound("deleted") : (JSON.parse(row.body) as JsonObject);
};

const notRun = (kind: string): never =>
  refuse(501, "not_implemented", `This server does not run functions of design documents (${kind}).`);
