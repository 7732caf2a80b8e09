import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { badRequest, refuse } from "../refuse.ts";

/** An attachment as sent with a document. `data`: its bytes, or where they are to come from. */
export type AttachmentDraft = {
  readonly name: string;
  readonly contentType: string;
  /** Generation it came with; undefined if not said. */
  readonly revpos: number | undefined;
  /** Set where the bytes are gzipped: their plain length. */
  readonly gzipped: number | undefined;
  readonly data: Buffer | "stub" | "follows";
};

/** Reads `_attachments`; refuses (400) a wrong form. */
export const attachmentDrafts = (json: Json | undefined): readonly AttachmentDraft[] => {
  if (json === undefined) return NONE;
  if (!isObject(json)) return refuse(400, "doc_validation", "Bad special document member: _attachments");
  return Object.entries(json).map(([name, value]) =>
    isObject(value) ? readAttachment(checkAttachmentName(name), value) : badRequest("Invalid attachment"),
  );
};

const NONE: readonly AttachmentDraft[] = [];

export const checkAttachmentName = (name: string): string => {
  if (name === "") return badRequest("Attachment name must not be empty");
  if (name.startsWith("_")) return badRequest(`Attachment name '${name}' starts with prohibited character '_'`);
  return name;
};

const readAttachment = (name: string, json: JsonObject): AttachmentDraft => {
  const { content_type: type, revpos, length } = json;
  const isGzipped = json.encoding === "gzip";
  return {
    name,
    contentType: typeof type === "string" ? checkContentType(type) : "application/octet-stream",
    revpos: Number.isSafeInteger(revpos) ? (revpos as number) : undefined,
    gzipped: isGzipped && typeof length === "number" ? length : undefined,
    data: json.stub === true ? "stub" : json.follows === true ? "follows" : decode(name, json.data),
  };
};

/** A content type goes back out as a header, so it may hold no control characters. */
export const checkContentType = (type: string): string =>
  /^[\x20-\x7e]{1,255}$/.test(type) ? type : badRequest("Invalid attachment content type");

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

const decode = (name: string, data: Json | undefined): Buffer =>
  typeof data === "string" && BASE64.test(data)
    ? Buffer.from(data, "base64")
    : badRequest(`Invalid attachment data for ${name}`);
