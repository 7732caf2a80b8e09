import { badRequest, notAllowed, notFound, refuse } from "../../refuse.ts";
import { answerBulkDocs } from "../replication/bulk-docs.ts";
import { answerBulkGet } from "../replication/bulk-get.ts";
import { answerChanges } from "../replication/changes.ts";
import { answerMissingRevs, answerRevsDiff } from "../replication/revs-diff.ts";
import type { Answer } from "../transport/answer.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { answerAllDocs } from "./all-docs.ts";
import { answerExplain, answerFind } from "./find.ts";
import { answerIndex } from "./index-definitions.ts";
import { answerCompact, answerFullCommit, answerRevsLimit, answerViewCleanup } from "./maintenance.ts";
import { answerPurge, answerPurgedInfos, answerPurgedInfosLimit } from "./purge.ts";
import { answerSecurity } from "./security.ts";

type Endpoint = (server: CouchServer, request: DatabaseRequest) => Answer | Promise<Answer>;

const alone =
  (answer: (request: DatabaseRequest) => Answer | Promise<Answer>): Endpoint =>
  (_, request) =>
    answer(request);

/** What answers `/db/_name`. Anything else that starts with `_` is missing, whatever the method. */
export const databaseEndpoints = {
  get: (name: string): Endpoint | undefined =>
    ENDPOINTS.get(name) ?? (name.startsWith("_") && !name.includes("/") ? unknown : undefined),
};

const unknown: Endpoint = (_, { method, path }) => {
  if (method === "GET" || method === "HEAD") return notFound();
  if (method === "POST") return badRequest("Referer header required.");
  if (method !== "PUT" && method !== "DELETE") return notAllowed("DELETE,GET,HEAD,POST,PUT,COPY");
  return path[1] === "_local" ? badRequest("Invalid _local document id.") : refuseReserved();
};

const refuseReserved = (): never =>
  refuse(400, "illegal_docid", "Only reserved document ids may start with underscore.");

const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ["_all_docs", alone(answerAllDocs("_all_docs"))],
  ["_design_docs", alone(answerAllDocs("_design_docs"))],
  ["_local_docs", alone(answerAllDocs("_local_docs"))],
  ["_bulk_docs", answerBulkDocs],
  ["_bulk_get", alone(answerBulkGet)],
  ["_changes", answerChanges],
  ["_revs_diff", alone(answerRevsDiff)],
  ["_missing_revs", alone(answerMissingRevs)],
  ["_security", answerSecurity],
  ["_revs_limit", answerRevsLimit],
  ["_compact", answerCompact],
  ["_view_cleanup", alone(answerViewCleanup)],
  ["_ensure_full_commit", alone(answerFullCommit)],
  ["_purge", answerPurge],
  ["_purged_infos", alone(answerPurgedInfos)],
  ["_purged_infos_limit", alone(answerPurgedInfosLimit)],
  ["_find", alone(answerFind)],
  ["_explain", alone(answerExplain)],
  ["_index", answerIndex],
]);
