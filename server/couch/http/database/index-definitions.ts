import { hash } from "node:crypto";
import { type Draft, readDraft } from "../../documents/draft.ts";
import { findDocument } from "../../documents/find-document.ts";
import { isObject, type Json, type JsonObject } from "../../json/json.ts";
import { compileSelector } from "../../mango/compile-selector.ts";
import {
  anything,
  boolean,
  checkOptions,
  nonEmptyString,
  type Options,
  positiveInteger,
  selectorObject,
  shown,
  sortFields,
  sortList,
  string,
} from "../../mango/options.ts";
import { badRequest, notAllowed, notFound, refuse } from "../../refuse.ts";
import type { Database, DocumentRow } from "../../store/database.ts";
import { saveOne } from "../document/save-one.ts";
import { type Answer, json } from "../transport/answer.ts";
import { questionBody, requireJsonType } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { requireDatabaseAdmin } from "./rights.ts";

/** An index of `_find`: kept as a design document like CouchDB's. It only says what may be sorted by. */
export type IndexDefinition = {
  readonly ddoc: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly def: JsonObject;
};

/** `_index`: list, define and drop. */
export const answerIndex = async (server: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, rest } = request;
  if (method === "DELETE" && rest.length >= 3) return dropIndex(server, request);
  if (rest.length > 0)
    return method === "POST" && rest[0] === "_bulk_delete" ? badRequest("Not supported") : notFound();
  if (method === "GET" || method === "HEAD") return json(200, listAnswer(request));
  if (method !== "POST") return notAllowed("GET,POST");
  return defineIndex(server, request);
};

/** All definitions of a database. */
export const indexesOf = (database: Database): IndexDefinition[] => {
  const rows = database
    .sql("SELECT body FROM $documents WHERE id >= '_design/' AND id < '_design0' AND deleted = 0 ORDER BY id")
    .all() as Pick<DocumentRow, "body">[];
  return rows.map(({ body }) => JSON.parse(body) as JsonObject).flatMap(readDesign);
};

const readDesign = (design: JsonObject): IndexDefinition[] => {
  if (design.language !== "query" || !isObject(design.views)) return [];
  return Object.entries(design.views).flatMap(([name, view]) => {
    const map = isObject(view) && isObject(view.map) ? view.map : {};
    const options = isObject(view) && isObject(view.options) && isObject(view.options.def) ? view.options.def : {};
    const fields = isObject(map.fields) ? map.fields : {};
    const partial = isObject(options.partial_filter_selector)
      ? { partial_filter_selector: options.partial_filter_selector }
      : {};
    const def = { fields: Object.entries(fields).map(([field, order]) => ({ [field]: order })), ...partial };
    return [{ ddoc: String(design._id), name, fields: Object.keys(fields), def }];
  });
};

const listAnswer = ({ database, query }: DatabaseRequest): JsonObject => {
  const special = { ddoc: null, name: "_all_docs", type: "special", def: { fields: [{ _id: "asc" }] } };
  const others = indexesOf(database).map(({ ddoc, name, def }) => ({
    ddoc,
    name,
    type: "json",
    partitioned: false,
    def,
  }));
  const indexes = [special, ...others] as Json[];
  const skip = listBound(query.get("skip"), 0, 0);
  return {
    total_rows: indexes.length,
    indexes: indexes.slice(skip, skip + listBound(query.get("limit"), indexes.length, 1)),
  };
};

/** CouchDB answers 500 here, too. */
const listBound = (text: string | null, fallback: number, least: number): number => {
  const bound = text === null ? fallback : /^[+-]?\d{1,15}$/.test(text) ? Number(text) : -1;
  return bound < least
    ? refuse(500, "invalid_list_index_params", "Index parameter ranges: limit > 1, skip > 0")
    : bound;
};

const defineIndex = async (server: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  requireJsonType(request);
  requireDatabaseAdmin(request.user, request.database);
  const body = questionBody(request);
  checkOptions(body, definitionOptions);
  const { index, name: givenName, ddoc, type = "json" } = body;
  if (type === "text" || type === "nouveau") return refuse(503, "required index service unavailable", type);
  if (type !== "json") return refuse(400, "invalid_index", `Invalid type for index: ${String(type).slice(0, 100)}`);
  if (!isObject(index))
    return refuse(400, "invalid_index", `JSON indexes must be an object, not: ${shown(index ?? null)}`);
  checkOptions(index, indexOptions);
  const fields = sortFields(index.fields ?? []);
  if (isObject(index.partial_filter_selector)) compileSelector(index.partial_filter_selector);
  const fallback = hash("sha1", JSON.stringify(index));
  const name = typeof givenName === "string" && givenName !== "" ? givenName : fallback;
  const id = `_design/${(typeof ddoc === "string" && ddoc !== "" ? ddoc : fallback).replace(/^_design\//, "")}`;
  const partial = isObject(index.partial_filter_selector) ? index.partial_filter_selector : {};
  const view = {
    map: { fields: Object.fromEntries(fields), partial_filter_selector: partial },
    reduce: "_count",
    options: { def: index },
  };
  const current = currentDesign(request.database, id);
  const views = isObject(current.views) ? current.views : {};
  if (JSON.stringify(views[name]) === JSON.stringify(view)) return json(200, { result: "exists", id, name });
  await saveDesign(server, request, { ...current, _id: id, language: "query", views: { ...views, [name]: view } });
  return json(200, { result: "created", id, name });
};

const definitionOptions: Options = {
  index: { check: anything, isRequired: true },
  type: { check: string },
  name: { check: nonEmptyString },
  ddoc: { check: nonEmptyString },
  w: { check: positiveInteger },
  partitioned: { check: boolean },
};
const indexOptions: Options = {
  fields: { check: sortList, isRequired: true },
  partial_filter_selector: { check: selectorObject },
};

const dropIndex = async (server: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { rest, database, user } = request;
  requireDatabaseAdmin(user, database);
  const parts = rest[0] === "_design" ? rest.slice(1) : rest;
  const [ddoc = "", , name = ""] = parts;
  const id = `_design/${ddoc.replace(/^_design\//, "")}`;
  const current = currentDesign(database, id);
  const { [name]: dropped, ...views } = isObject(current.views) ? current.views : {};
  if (dropped === undefined) return notFound();
  await saveDesign(server, request, {
    ...current,
    views,
    ...(Object.keys(views).length === 0 ? { _deleted: true } : {}),
  });
  return json(200, { ok: true });
};

const currentDesign = (database: Database, id: string): JsonObject => {
  const row = findDocument(database, id)?.row;
  return row && !row.deleted ? (JSON.parse(row.body) as JsonObject) : {};
};

const saveDesign = (server: CouchServer, request: DatabaseRequest, design: JsonObject): Promise<unknown> => {
  const draft: Draft = readDraft(design, server.maxDocumentBytes);
  return saveOne(server, request, draft, "edit");
};
