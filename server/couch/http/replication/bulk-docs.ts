import { type Draft, readDraft } from "../../documents/draft.ts";
import type { Written } from "../../documents/write-context.ts";
import { isObject, type Json } from "../../json/json.ts";
import { badRequest, notAllowed } from "../../refuse.ts";
import { newId } from "../database/database-root.ts";
import { REPLICA_NEEDS_REVISION } from "../document/document.ts";
import { saveDrafts } from "../document/save-drafts.ts";
import { type Answer, json } from "../transport/answer.ts";
import { asObject, bodyInParts, inTurns, requireJsonType } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { checkCount } from "../transport/request-limits.ts";

/** `_bulk_docs`: refused as a whole where one document is malformed, otherwise an answer for each. */
export const answerBulkDocs = async (server: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  const { around, parts } = bodyInParts(request);
  const { docs, new_edits: newEdits = true } = asObject(around);
  if (docs === undefined) return badRequest("POST body must include `docs` parameter.");
  if (!Array.isArray(docs)) return badRequest("`docs` parameter must be an array.");
  checkCount(docs, "bulk_docs");
  if (typeof newEdits !== "boolean") return badRequest("`new_edits` parameter must be a boolean.");
  const inside = await inTurns(request, parts, (parse) => parse());
  const drafts = await inTurns(request, docs, (doc): Draft => {
    const draft = readDraft(isObject(doc) ? (inside[Number(doc.n)] as Json) : doc, server.maxDocumentBytes);
    return draft.id === "" ? { ...draft, id: newId() } : draft;
  });
  if (!newEdits && drafts.some(({ start }) => start < 1)) return badRequest(REPLICA_NEEDS_REVISION);
  const written = await saveDrafts(server, request, drafts, newEdits ? "edit" : "replica");
  return json(201, written.map(newEdits ? editRow : replicaRow));
};

const editRow = ({ id, rev, error }: Written): object =>
  error ? { id, error: error.error, reason: error.reason } : { ok: true, id, rev };

const replicaRow = ({ id, rev, error }: Written): object => ({ id, rev, error: error?.error, reason: error?.reason });
