import { canSee } from "../../accounts/can-see.ts";
import { checkDocumentId } from "../../documents/document-id.ts";
import { openRevisions } from "../../documents/open-revisions.ts";
import { type RenderOptions, renderRevision } from "../../documents/render-revision.ts";
import { isObject, type Json } from "../../json/json.ts";
import { badRequest, notAllowed, type Refusal, refusalOf } from "../../refuse.ts";
import { parseRevision, revisionText } from "../../revisions/revision.ts";
import { renderOptions, revisionList } from "../document/render-options.ts";
import { type Answer, jsonText } from "../transport/answer.ts";
import { begin, isTrue, objectBody, pause, requireJsonType } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { checkCount } from "../transport/request-limits.ts";
import { wholeOrStream } from "../transport/whole-or-stream.ts";

/** `_bulk_get`: revisions of many documents, as replication reads them. */
export const answerBulkGet = async (request: DatabaseRequest): Promise<Answer> => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  await begin(request);
  const { docs } = objectBody(request);
  if (!Array.isArray(docs)) return badRequest("Missing JSON list of 'docs'.");
  checkCount(docs, "bulk_get");
  const misplaced = MISPLACED.find((name) => request.query.has(name));
  if (misplaced) return badRequest(`"${misplaced}" query parameter is not acceptable`);
  const options = renderOptions(request);
  return jsonText(200, await wholeOrStream(resultPieces(request, docs, options)));
};

async function* resultPieces(
  request: DatabaseRequest,
  docs: readonly Json[],
  options: RenderOptions,
): AsyncGenerator<string> {
  yield '{"results":[';
  for (let at = 0; at < docs.length; at += DOCUMENTS_A_PIECE) {
    const results = docs.slice(at, at + DOCUMENTS_A_PIECE).map((doc) => resultText(request, doc, options));
    yield (at === 0 ? "" : ",\n") + results.join(",\n");
    await pause(request);
  }
  yield "]}\n";
}

const DOCUMENTS_A_PIECE = 50;

const MISPLACED = ["open_revs", "new_edits", "w", "rev", "atts_since"];

/** One asked-for document; whatever is wrong with it is said in its place. */
const resultText = (request: DatabaseRequest, asked: Json, options: RenderOptions): string => {
  if (!isObject(asked)) return failed(null, null, "bad_request", "document must be a JSON object");
  const { id, rev } = asked;
  if (id === undefined) return failed(null, null, "bad_request", "document id missed");
  const fault = faultOf(() => checkDocumentId(id));
  if (fault || typeof id !== "string") return failed(id, null, fault?.error ?? "", fault?.reason ?? "");
  const badRevision = faultOf(() => rev === undefined || parseRevision(rev));
  if (badRevision) return failed(id, rev ?? null, badRevision.error, badRevision.reason);
  return foundText(request, id, rev, { ...options, ...attachmentsSince(asked.atts_since) });
};

const foundText = (request: DatabaseRequest, id: string, rev: Json | undefined, options: RenderOptions): string => {
  const { database, user } = request;
  const revisions = rev === undefined ? "all" : [parseRevision(rev)];
  const found = canSee(user, database, id) ? openRevisions(database, id, revisions, isTrue(request, "latest")) : [];
  if (found.length === 0) return failed(id, rev ?? "undefined", "not_found", "missing");
  const texts = found.map((one) => {
    if ("missing" in one) return errorText(id, one.missing, "not_found", "missing");
    return `{"ok":${renderRevision(database, one.document, one.node, options)}}`;
  });
  return `{"id":${JSON.stringify(id)},"docs":[${texts.join(",")}]}`;
};

/** With `atts_since` newer attachments come along. */
const attachmentsSince = (since: Json | undefined): RenderOptions =>
  Array.isArray(since) && since.length > 0
    ? { attachments: "data", attachmentsSince: revisionList(since).map(revisionText) }
    : {};

const faultOf = (check: () => unknown): Refusal | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    return refusalOf(error) ?? badRequest("Invalid document");
  }
};

const failed = (id: Json, rev: Json, error: string, reason: string): string =>
  `{"id":${JSON.stringify(id)},"docs":[${errorText(id, rev, error, reason)}]}`;

const errorText = (id: Json, rev: Json, error: string, reason: string): string =>
  JSON.stringify({ error: { id, rev, error, reason } });
