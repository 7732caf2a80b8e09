import { canSee } from "../../accounts/can-see.ts";
import { checkAttachmentName, checkContentType } from "../../documents/attachment-draft.ts";
import { checkDocumentId } from "../../documents/document-id.ts";
import { type Draft, readDraft } from "../../documents/draft.ts";
import { findDocument } from "../../documents/find-document.ts";
import { openRevisions } from "../../documents/open-revisions.ts";
import { renderRevision } from "../../documents/render-revision.ts";
import { plainData, type Stubs, stubsOf } from "../../documents/resolve-attachments.ts";
import type { JsonObject } from "../../json/json.ts";
import { notAllowed, notFound, refuse } from "../../refuse.ts";
import type { Revision } from "../../revisions/revision.ts";
import { type Answer, json } from "../transport/answer.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { documentPath, saveOne } from "./save-one.ts";
import { sentRevision } from "./sent-revision.ts";

/** `/db/id/name`: one attachment by itself. */
export const answerAttachment = (
  server: CouchServer,
  request: DatabaseRequest,
  id: string,
  name: string,
): Answer | Promise<Answer> => {
  const { method, user, database } = request;
  if (!canSee(user, database, id)) return notFound();
  if (method === "GET" || method === "HEAD") return getAttachment(request, id, name);
  if (method === "PUT") return putAttachment(server, request, id, name);
  if (method === "DELETE") return deleteAttachment(server, request, id, name);
  return notAllowed("DELETE,GET,HEAD,PUT");
};

const getAttachment = (request: DatabaseRequest, id: string, name: string): Answer => {
  const stubs = stubsOf(currentText(request, id, sentRevision(request)));
  const stub = Object.hasOwn(stubs, name) ? stubs[name] : undefined;
  if (!stub) return notFound("Document is missing attachment");
  const etag = `"${String(stub.digest).replace(/^md5-/, "")}"`;
  if (request.headers["if-none-match"] === etag) return { status: 304, body: "", headers: { etag } };
  const body = plainData(request.database, stub);
  const range = readRange(request.headers.range, body.length);
  // Whatever the type says, a browser must not run it on our origin.
  const safety = { "content-security-policy": "sandbox", "x-content-type-options": "nosniff" };
  const headers = { "content-type": String(stub.content_type), etag, "accept-ranges": "bytes", ...safety };
  if (!range) return { status: 200, body, headers };
  const contentRange = { "content-range": `bytes ${range.from}-${range.to}/${body.length}` };
  return { status: 206, body: body.subarray(range.from, range.to + 1), headers: { ...headers, ...contentRange } };
};

/** One range of bytes; several or none give the whole. Refuses (416) one that lies outside. */
const readRange = (header: string | undefined, length: number): { from: number; to: number } | undefined => {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const from = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
  return from <= to ? { from, to } : refuse(416, "requested_range_not_satisfiable", "Requested range not satisfiable");
};

/** The stored text of a revision, or of the living winner; refuses (404) what is not there. */
const currentText = ({ database }: DatabaseRequest, id: string, revision: Revision | undefined): string => {
  if (!revision) {
    const row = findDocument(database, id)?.row ?? notFound();
    return row.deleted ? notFound("deleted") : row.body;
  }
  const [opened] = openRevisions(database, id, [revision]);
  const text = opened && "node" in opened ? renderRevision(database, opened.document, opened.node, {}) : undefined;
  return text ?? notFound();
};

const putAttachment = async (
  server: CouchServer,
  request: DatabaseRequest,
  id: string,
  name: string,
): Promise<Answer> => {
  checkDocumentId(id);
  checkAttachmentName(name);
  const contentType = checkContentType(request.headers["content-type"] ?? "application/octet-stream");
  const attachment = { name, contentType, revpos: undefined, gzipped: undefined, data: request.body };
  const draft = draftOf(server, request, id);
  const attachments = [...draft.attachments.filter((one) => one.name !== name), attachment];
  const { rev } = await saveOne(server, request, { ...draft, attachments }, "edit");
  return json(201, { ok: true, id, rev }, { etag: `"${rev}"`, location: documentPath(request, id, name) });
};

const deleteAttachment = async (
  server: CouchServer,
  request: DatabaseRequest,
  id: string,
  name: string,
): Promise<Answer> => {
  const stubs: Stubs = stubsOf(currentText(request, id, sentRevision(request)));
  if (!Object.hasOwn(stubs, name)) return notFound("Document is missing attachment");
  const draft = draftOf(server, request, id);
  const { rev } = await saveOne(
    server,
    request,
    { ...draft, attachments: draft.attachments.filter((one) => one.name !== name) },
    "edit",
  );
  return json(200, { ok: true, id, rev }, { etag: `"${rev}"` });
};

/** The document as it is at the revision sent, all attachments as stubs; a new one where no revision is sent. */
const draftOf = ({ maxDocumentBytes }: CouchServer, request: DatabaseRequest, id: string): Draft => {
  const revision = sentRevision(request);
  if (!revision) return { id, start: 0, hashes: [], deleted: false, fields: {}, text: "{}", attachments: [] };
  return readDraft(JSON.parse(currentText(request, id, revision)) as JsonObject, maxDocumentBytes);
};
