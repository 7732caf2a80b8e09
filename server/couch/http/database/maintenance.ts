import { compactDatabase } from "../../documents/compact-database.ts";
import { badRequest, notAllowed, refuse } from "../../refuse.ts";
import { type Answer, json, ok } from "../transport/answer.ts";
import { jsonBody, requireJsonType } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { isAdminOf, requireDatabaseAdmin } from "./rights.ts";

/** `_compact` drops the bodies of revisions that are no leaves, and attachments that nothing refers to. */
export const answerCompact = async ({ store }: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, database, user } = request;
  if (!isAdminOf(user, database)) refuse(401, "unauthorized", "You are not a server or db admin.");
  if (method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  await compactDatabase(store, database);
  return ok(202);
};

/** There are no views, so there is nothing to clean. */
export const answerViewCleanup = ({ method, user, database }: DatabaseRequest): Answer => {
  if (!isAdminOf(user, database)) refuse(401, "unauthorized", "You are not a server or db admin.");
  return method === "POST" ? ok(202) : notAllowed("POST");
};

/** Whatever was answered is on the disk already. */
export const answerFullCommit = (request: DatabaseRequest): Answer => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  return json(201, { ok: true, instance_start_time: String(request.database.started) });
};

/** `_revs_limit`: how many revisions of a branch are remembered. */
export const answerRevsLimit = async ({ store }: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, database, user } = request;
  if (method === "GET" || method === "HEAD") return json(200, database.revsLimit);
  if (method !== "PUT") return notAllowed("PUT,GET");
  requireDatabaseAdmin(user, database);
  const limit = jsonBody(request);
  if (typeof limit !== "number" || !Number.isSafeInteger(limit) || limit < 1)
    return badRequest("`revs_limit` must be a positive integer");
  await store.write(database, () => {
    database.revsLimit = limit;
  });
  return ok();
};
