import { randomUUID } from "node:crypto";
import type { UserContext } from "../../accounts/user-context.ts";
import { badRequest, notAllowed, notFound, refuse } from "../../refuse.ts";
import { refuseName } from "../database/database-name.ts";
import { requireServerAdmin } from "../database/rights.ts";
import { type Answer, json } from "../transport/answer.ts";
import { type CouchRequest, jsonParameter, numberParameter } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import { answerDatabaseUpdates } from "./database-updates.ts";
import { answerSession } from "./session.ts";

/** Endpoints of the server itself. What is not known is for administrators to find missing. */
export const answerServer = (server: CouchServer, request: CouchRequest, name: string): Answer | Promise<Answer> => {
  if (request.path.length === 1) {
    if (name === "_session") return answerSession(server, request);
    if (name === "_up") return onlyRead(request, () => json(200, { status: "ok", seeds: {} }));
    if (name === "_uuids") return onlyRead(request, () => json(200, { uuids: newUuids(request) }));
  }
  if (name === "_active_tasks" && request.path.length === 1 && !isRead(request)) return notAllowed("GET,HEAD");
  if (name === "_node" && METRICS.has(request.path[2] ?? "")) requireMetrics(request.user);
  else requireServerAdmin(request.user);
  if (name === "_all_dbs") return onlyRead(request, () => json(200, listDatabases(server, request)));
  if (name === "_db_updates") return onlyRead(request, () => answerDatabaseUpdates(server, request));
  if (name === "_active_tasks") return onlyRead(request, () => json(200, []));
  if (request.method === "PUT" && request.path.length === 1) return refuseName(name);
  return notFound("Database does not exist.");
};

/** Of one node: what a reader of its figures may see, too. */
const METRICS: ReadonlySet<string> = new Set(["_stats", "_system", "_prometheus"]);

const requireMetrics = ({ roles }: UserContext): void => {
  if (!roles.includes("_admin") && !roles.includes("_metrics"))
    refuse(401, "unauthorized", "You are not a server admin or read-only metrics user");
};

const isRead = ({ method }: CouchRequest): boolean => method === "GET" || method === "HEAD";

const onlyRead = (request: CouchRequest, answer: () => Answer): Answer =>
  isRead(request) ? answer() : notAllowed("GET,HEAD");

const MOST_UUIDS = 1000;

const newUuids = (request: CouchRequest): string[] => {
  const count = numberParameter(request, "count", 1);
  if (count > MOST_UUIDS) return badRequest(`count parameter too large`);
  return Array.from({ length: count }, () => randomUUID().replaceAll("-", ""));
};

const listDatabases = ({ store }: CouchServer, request: CouchRequest): string[] => {
  const key = jsonParameter(request, "key");
  const start = key ?? jsonParameter(request, "startkey", "start_key");
  const end = key ?? jsonParameter(request, "endkey", "end_key");
  const isDescending = request.query.get("descending") === "true";
  const [low, high] = isDescending ? [end, start] : [start, end];
  const isEndOut = request.query.get("inclusive_end") === "false";
  const names = store
    .names()
    .filter((name) => (typeof low !== "string" || name >= low) && (typeof high !== "string" || name <= high))
    .filter((name) => !(isEndOut && name === end));
  if (isDescending) names.reverse();
  const skip = numberParameter(request, "skip", 0);
  return names.slice(skip, skip + numberParameter(request, "limit", names.length));
};
