import { canSee } from "../../accounts/can-see.ts";
import { checkDocumentId } from "../../documents/document-id.ts";
import { readDraft } from "../../documents/draft.ts";
import { findDocument, type StoredDocument } from "../../documents/find-document.ts";
import { openRevisions } from "../../documents/open-revisions.ts";
import { renderRevision } from "../../documents/render-revision.ts";
import { badRequest, notAllowed, notFound } from "../../refuse.ts";
import { parseRevision, revisionText } from "../../revisions/revision.ts";
import { leavesOf, type RevisionNode } from "../../revisions/revision-tree.ts";
import { type Answer, json, jsonText } from "../transport/answer.ts";
import { accepts, isTrue, jsonBody } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { copyDocument } from "./copy-document.ts";
import { draftFromMultipart, isMultipartRelated, multipartDocument } from "./multipart-document.ts";
import { answerOpenRevisions } from "./open-revs.ts";
import { isPlain, renderOptions } from "./render-options.ts";
import { documentPath, saveOne, saveWithoutAnswer } from "./save-one.ts";
import { withSentRevision } from "./sent-revision.ts";

/** One document: read, write, delete, copy. */
export const answerDocument = (server: CouchServer, request: DatabaseRequest, id: string): Answer | Promise<Answer> => {
  const { method } = request;
  if (method === "GET" || method === "HEAD") return getDocument(request, id);
  if (method === "PUT") return putDocument(server, request, id);
  if (method === "DELETE") return deleteDocument(server, request, id);
  if (method === "COPY") return copyDocument(server, request, id);
  if (method === "POST") return badRequest("Referer header required.");
  return notAllowed("DELETE,GET,HEAD,POST,PUT,COPY");
};

const getDocument = (request: DatabaseRequest, id: string): Answer => {
  if (!canSee(request.user, request.database, id)) return notFound();
  if (request.query.has("open_revs")) return answerOpenRevisions(request, id);
  const options = renderOptions(request);
  const { document, node } = chosenRevision(request, id);
  const rev = revisionText(node);
  if (isPlain(options) && request.headers["if-none-match"] === `"${rev}"`)
    return { status: 304, body: "", headers: { etag: `"${rev}"` } };
  const etag = isPlain(options) ? { etag: `"${rev}"` } : undefined;
  if (options.attachments && accepts(request, "multipart/related")) {
    const answer = multipartDocument(request.database, document, node, options);
    if (answer) return { ...answer, headers: { ...answer.headers, ...etag } };
  }
  return jsonText(200, `${renderRevision(request.database, document, node, options) ?? notFound()}\n`, etag);
};

/** The winner, or what `?rev=` names; refuses (404) what is missing or deleted. */
const chosenRevision = (request: DatabaseRequest, id: string): { document: StoredDocument; node: RevisionNode } => {
  const rev = request.query.get("rev");
  if (rev !== null && !isTrue(request, "latest")) {
    const [opened] = openRevisions(request.database, id, [parseRevision(rev)]);
    return opened && "node" in opened ? opened : notFound();
  }
  const document = findDocument(request.database, id) ?? notFound();
  if (document.row.deleted && !isTrue(request, "deleted")) notFound("deleted");
  return { document, node: leavesOf(document.tree)[0] as RevisionNode };
};

const putDocument = async (server: CouchServer, request: DatabaseRequest, id: string): Promise<Answer> => {
  checkDocumentId(id);
  const sent = isMultipartRelated(request)
    ? draftFromMultipart(request, server.maxDocumentBytes)
    : readDraft(jsonBody(request), server.maxDocumentBytes);
  const draft = withSentRevision(request, { ...sent, id });
  const isReplica = request.query.get("new_edits") === "false";
  if (isReplica && draft.start < 1) return badRequest(REPLICA_NEEDS_REVISION);
  if (request.query.get("batch") === "ok") return saveWithoutAnswer(server, request, draft);
  const { rev } = await saveOne(server, request, draft, isReplica ? "replica" : "edit");
  const headers = { etag: `"${rev}"`, location: documentPath(request, id) };
  return json(draft.deleted ? 200 : 201, { ok: true, id, rev }, headers);
};

export const REPLICA_NEEDS_REVISION = "When `new_edits: false`, the document needs `_rev` or `_revisions` specified";

const deleteDocument = async (server: CouchServer, request: DatabaseRequest, id: string): Promise<Answer> => {
  const row = findDocument(request.database, id)?.row;
  if (!row || !canSee(request.user, request.database, id)) return notFound();
  if (row.deleted) return notFound("deleted");
  const draft = withSentRevision(request, {
    id,
    start: 0,
    hashes: [],
    deleted: true,
    fields: {},
    text: "{}",
    attachments: [],
  });
  const { rev } = await saveOne(server, request, draft, "edit");
  return json(200, { ok: true, id, rev }, { etag: `"${rev}"` });
};
