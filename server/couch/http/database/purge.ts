import { purgeDocument } from "../../documents/purge-document.ts";
import { badRequest, notAllowed } from "../../refuse.ts";
import { revisionList } from "../document/render-options.ts";
import { type Answer, json, ok } from "../transport/answer.ts";
import { jsonBody, objectBody, requireJsonType } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";

/** `_purge`: for server administrators, who are checked before. */
export const answerPurge = async ({ store }: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, database } = request;
  if (method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  const asked = Object.entries(objectBody(request)).map(([id, revs]) => [id, revisionList(revs)] as const);
  const purged = await store.write(database, () =>
    asked.map(([id, revs]) => [id, purgeDocument(database, id, revs)] as const),
  );
  return json(201, { purge_seq: null, purged: Object.fromEntries(purged) });
};

const INFOS_KEPT = 1000;

/** There are no replicas of a shard that would have to hear of purges, so none are kept. */
export const answerPurgedInfos = ({ method }: DatabaseRequest): Answer =>
  method === "GET" || method === "HEAD" ? json(200, { purged_infos: [] }) : notAllowed("GET");

export const answerPurgedInfosLimit = (request: DatabaseRequest): Answer => {
  const { method } = request;
  if (method === "GET" || method === "HEAD") return json(200, INFOS_KEPT);
  if (method !== "PUT") return notAllowed("GET,PUT");
  const limit = jsonBody(request);
  return Number.isSafeInteger(limit) && Number(limit) > 0
    ? ok()
    : badRequest("`purged_infos_limit` must be positive integer");
};
