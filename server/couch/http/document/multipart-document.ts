import { type Draft, readDraft } from "../../documents/draft.ts";
import type { StoredDocument } from "../../documents/find-document.ts";
import { type RenderOptions, renderRevision } from "../../documents/render-revision.ts";
import { storedBlob } from "../../documents/resolve-attachments.ts";
import { isObject, type JsonObject } from "../../json/json.ts";
import { parseJson } from "../../json/parse-json.ts";
import { badRequest, notFound } from "../../refuse.ts";
import type { RevisionNode } from "../../revisions/revision-tree.ts";
import type { Database } from "../../store/database.ts";
import type { Answer } from "../transport/answer.ts";
import { type CouchRequest, mediaType } from "../transport/couch-request.ts";
import { newBoundary, readMultipart, writeMultipart } from "../transport/multipart.ts";
import { jsonLimitsOf } from "../transport/request-limits.ts";

export const isMultipartRelated = (request: CouchRequest): boolean => mediaType(request) === "multipart/related";

/** A document sent as multipart/related: JSON first, then the attachments that `follow`, in its order or by name. */
export const draftFromMultipart = ({ headers, body, user }: CouchRequest, maxBytes: number): Draft => {
  const [first, ...others] = readMultipart(headers["content-type"] ?? "", body);
  if (!first) return badRequest("multipart body without a document");
  const draft = readDraft(parseJson(first.body, jsonLimitsOf(user)), maxBytes);
  const named = new Map(
    others.map((part) => [/filename="([^"]*)"/.exec(part.headers.get("content-disposition") ?? "")?.[1] ?? "", part]),
  );
  const following = draft.attachments.filter(({ data }) => data === "follows");
  const attachments = draft.attachments.map((attachment) => {
    if (attachment.data !== "follows") return attachment;
    const part = named.get(attachment.name) ?? others[following.indexOf(attachment)];
    return part
      ? { ...attachment, data: part.body }
      : badRequest(`multipart body lacks the attachment ${attachment.name}`);
  });
  return { ...draft, attachments };
};

/** A document as multipart/related, its attachments as they are stored; undefined if it has none to send. */
export const multipartDocument = (
  database: Database,
  document: StoredDocument,
  node: RevisionNode,
  options: RenderOptions,
): Answer | undefined => {
  const boundary = newBoundary();
  const body = relatedBody(database, document, node, options, boundary);
  return body && { status: 200, body, headers: { "content-type": `multipart/related; boundary="${boundary}"` } };
};

/** The body of that answer, also used inside of multipart/mixed. */
export const relatedBody = (
  database: Database,
  document: StoredDocument,
  node: RevisionNode,
  options: RenderOptions,
  boundary: string,
): Buffer | undefined => {
  const text = renderRevision(database, document, node, { ...options, attachments: "follows" }) ?? notFound();
  const { _attachments: stubs } = JSON.parse(text) as JsonObject;
  const following = Object.entries(isObject(stubs) ? stubs : {}).flatMap(([name, stub]) =>
    isObject(stub) && stub.follows === true ? [{ name, stub }] : [],
  );
  if (following.length === 0) return undefined;
  const files = following.map(({ name, stub }) => {
    const { data } = storedBlob(database, stub);
    return { headers: attachmentHeaders(name, stub, data.length), body: data };
  });
  return writeMultipart(boundary, [{ headers: ["Content-Type: application/json"], body: Buffer.from(text) }, ...files]);
};

const attachmentHeaders = (name: string, stub: JsonObject, bytes: number): string[] => [
  `Content-Disposition: attachment; filename="${name.replace(/["\r\n]/g, "_")}"`,
  `Content-Type: ${String(stub.content_type)}`,
  `Content-Length: ${bytes}`,
  ...(stub.encoding === "gzip" ? ["Content-Encoding: gzip"] : []),
];
