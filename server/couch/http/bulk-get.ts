import { canSee } from "../accounts/can-see.ts";
import { openRevisions } from "../documents/open-revisions.ts";
import { type RenderOptions, renderRevision } from "../documents/render-revision.ts";
import { isObject, type Json } from "../json/json.ts";
import { badRequest, notAllowed, refusalOf } from "../refuse.ts";
import { parseRevision, type Revision, revisionText } from "../revisions/revision.ts";
import type { Database } from "../store/database.ts";
import { type Answer, jsonText } from "./answer.ts";
import type { DatabaseRequest } from "./answer-database.ts";
import { isTrue, objectBody, requireJsonType } from "./couch-request.ts";
import { renderOptions, revisionList } from "./render-options.ts";

/** `_bulk_get`: revisions of many documents, as replication reads them. */
export const answerBulkGet = (request: DatabaseRequest): Answer => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  const { docs } = objectBody(request);
  if (!Array.isArray(docs)) return badRequest("Missing JSON list of 'docs'.");
  const options = renderOptions(request);
  const results = docs.map((doc) => resultText(request, doc, options));
  return jsonText(200, `{"results":[${results.join(",\n")}]}\n`);
};

const resultText = (request: DatabaseRequest, asked: Json, options: RenderOptions): string => {
  if (!isObject(asked)) return badRequest("document must be a JSON object");
  const { id, rev, atts_since: since } = asked;
  if (typeof id !== "string") return failed(null, rev, "illegal_docid", "Document id is missing");
  const { database, user } = request;
  const known = Array.isArray(since) ? { attachmentsSince: revisionList(since).map(revisionText) } : {};
  const revisions = rev === undefined ? "all" : readRevision(rev);
  if (revisions === undefined) return failed(id, rev, "bad_request", "Invalid rev format");
  const found = canSee(user, database, id) ? openRevisions(database, id, revisions, isTrue(request, "latest")) : [];
  if (found.length === 0) return failed(id, rev, "not_found", "missing");
  const texts = found.map((one) => {
    if ("missing" in one) return errorText(id, one.missing, "not_found", "missing");
    return `{"ok":${render(database, one, { ...options, ...known })}}`;
  });
  return `{"id":${JSON.stringify(id)},"docs":[${texts.join(",")}]}`;
};

const render = (
  database: Database,
  one: Exclude<ReturnType<typeof openRevisions>[number], { missing: string }>,
  options: RenderOptions,
) => renderRevision(database, one.document, one.node, options);

const readRevision = (rev: Json): Revision[] | undefined => {
  try {
    return [parseRevision(rev)];
  } catch (error) {
    if (refusalOf(error)) return undefined;
    throw error;
  }
};

const failed = (id: string | null, rev: Json | undefined, error: string, reason: string): string =>
  `{"id":${JSON.stringify(id)},"docs":[${errorText(id, rev ?? "undefined", error, reason)}]}`;

const errorText = (id: string | null, rev: Json, error: string, reason: string): string =>
  JSON.stringify({ error: { id, rev, error, reason } });
