import { isObject, isStrings, type Json, type JsonObject } from "../../json/json.ts";
import { badRequest, notAllowed } from "../../refuse.ts";
import { type Answer, jsonText, ok } from "../transport/answer.ts";
import { objectBody } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { requireDatabaseAdmin } from "./rights.ts";

/** `_security`: who may read and who administers. Members may see it, administrators change it. */
export const answerSecurity = async ({ store }: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, database, user } = request;
  if (method === "GET" || method === "HEAD") return jsonText(200, `${database.security}\n`);
  if (method !== "PUT") return notAllowed("PUT,GET");
  requireDatabaseAdmin(user, database);
  const security = checkSecurity(objectBody(request));
  await store.write(database, () => {
    database.security = JSON.stringify(security);
  });
  return ok();
};

const checkSecurity = (security: JsonObject): JsonObject => {
  for (const group of ["admins", "members", "readers"]) checkGroup(security[group]);
  return security;
};

const checkGroup = (group: Json | undefined): void => {
  if (group === undefined) return;
  const lists = isObject(group) ? group : badRequest("admins or members must be a JSON list of strings");
  for (const kind of ["names", "roles"]) {
    if (lists[kind] !== undefined && !isStrings(lists[kind])) badRequest(`${kind} must be a JSON list of strings`);
  }
};
