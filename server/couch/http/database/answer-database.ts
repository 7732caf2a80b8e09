import { badRequest, notFound } from "../../refuse.ts";
import type { Database } from "../../store/database.ts";
import { answerAttachment } from "../document/attachment.ts";
import { answerDocument } from "../document/document.ts";
import { answerLocal } from "../document/local-document.ts";
import { type Answer, ok } from "../transport/answer.ts";
import type { CouchRequest } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { databaseEndpoints } from "./database-endpoints.ts";
import { checkDatabaseName } from "./database-name.ts";
import { answerDatabaseRoot } from "./database-root.ts";
import { isFunctionPath, refuseFunction } from "./design-functions.ts";
import { requireMember, requireServerAdmin } from "./rights.ts";

/** Answers for one database: its making and end here, everything else for those who may read it. */
export const answerDatabase = async (server: CouchServer, request: CouchRequest, name: string): Promise<Answer> => {
  const { method, path, user, query } = request;
  if (path.length === 1 && method === "PUT") {
    requireServerAdmin(user);
    await server.store.create(checkDatabaseName(name));
    return {
      ...ok(201),
      headers: { "content-type": "application/json", location: `${request.prefix}/${encodeURIComponent(name)}` },
    };
  }
  if (path.length === 1 && method === "DELETE") {
    requireServerAdmin(user);
    if (query.has("rev"))
      badRequest("You tried to DELETE a database with a ?=rev parameter. Did you mean to DELETE a document instead?");
    return (await server.store.drop(name)) ? ok() : notFound("Database does not exist.");
  }
  const database = server.store.find(name) ?? notFound("Database does not exist.");
  guard(request, database);
  const [, second, third, ...rest] = path;
  const inside = { ...request, database };
  if (second === undefined) return answerDatabaseRoot(server, { ...inside, rest: [] });
  if (second === "_design" && third !== undefined && isFunctionPath(rest[0]))
    return refuseFunction({ ...inside, rest }, `_design/${third}`);
  if (second === "_design" && third !== undefined) return answerById(server, { ...inside, rest }, `_design/${third}`);
  if (second === "_local" && third !== undefined) return answerLocal(server, { ...inside, rest }, `_local/${third}`);
  if (second.startsWith("_local/")) return answerLocal(server, { ...inside, rest: path.slice(2) }, second);
  const endpoint = databaseEndpoints.get(second);
  if (endpoint) return endpoint(server, { ...inside, rest: path.slice(2) });
  return answerById(server, { ...inside, rest: path.slice(2) }, second);
};

const answerById = (server: CouchServer, request: DatabaseRequest, id: string): Answer | Promise<Answer> =>
  request.rest.length === 0
    ? answerDocument(server, request, id)
    : answerAttachment(server, request, id, request.rest.join("/"));

/** Reading the list of accounts is for server administrators, even where `_users` is open. */
const guard = ({ path, user }: CouchRequest, database: Database): void => {
  const [name, second = ""] = path;
  const isOwnBusiness =
    !second.startsWith("_") ||
    ["_security", "_bulk_docs", "_bulk_get", "_design", "_local", "_revs_diff"].includes(second);
  if (path.length > 1 && (name === "_users" ? !isOwnBusiness : second === "_purge" || second === "_purged_infos_limit"))
    requireServerAdmin(user);
  else requireMember(user, database);
};
