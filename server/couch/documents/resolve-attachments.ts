import { hash } from "node:crypto";
import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { badRequest, refuse } from "../refuse.ts";
import type { Database } from "../store/database.ts";
import type { AttachmentDraft } from "./attachment-draft.ts";

/** What a stored document says of its attachments: the `_attachments` member, stubs only. */
export type Stubs = { readonly [name: string]: JsonObject };

/** The `_attachments` of a stored body. */
export const stubsOf = (body: string | undefined): Stubs => {
  if (!body?.includes('"_attachments":')) return {};
  const { _attachments } = JSON.parse(body) as { _attachments?: Stubs };
  return _attachments ?? {};
};

/**
 * Turns attachments as sent into stubs, storing new bytes. `parent`: the stubs that may be referred to.
 * `generation`: of the new revision. Refuses (412) a stub that the parent does not have.
 */
export const resolveAttachments = (
  database: Database,
  id: string,
  drafts: readonly AttachmentDraft[],
  parent: Stubs,
  generation: number,
): Stubs => {
  const stubs: Record<string, JsonObject> = {};
  for (const draft of [...drafts].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    stubs[draft.name] = Buffer.isBuffer(draft.data)
      ? storeAttachment(database, draft, draft.data, generation)
      : keptStub(id, draft, Object.hasOwn(parent, draft.name) ? parent[draft.name] : undefined);
  }
  return stubs;
};

/** The attachments' part of what a revision is hashed from. */
export const hashedAttachments = (stubs: Stubs): Json[] =>
  Object.entries(stubs).map(([name, { content_type, digest }]) => [name, content_type ?? null, digest ?? null]);

const keptStub = (id: string, draft: AttachmentDraft, stub: JsonObject | undefined): JsonObject => {
  const fits = isObject(stub) && (draft.revpos === undefined || draft.revpos === stub.revpos);
  return fits ? stub : refuse(412, "missing_stub", `Invalid attachment stub in ${id} for ${draft.name}`);
};

const storeAttachment = (database: Database, draft: AttachmentDraft, data: Buffer, generation: number): JsonObject => {
  const digest = `md5-${hash("md5", data, "base64")}`;
  if (draft.digest !== undefined && draft.digest.startsWith("md5-") && draft.digest !== digest) {
    return badRequest(`Attachment ${draft.name} does not have the digest it claims`);
  }
  const stored = database.sql("SELECT data FROM $attachments WHERE digest = ?").pluck().get(digest) as Buffer | undefined;
  if (stored && !stored.equals(data)) return badRequest("Attachment collides with another one");
  if (!stored) database.sql("INSERT INTO $attachments VALUES (?, ?)").run(digest, data);
  return {
    content_type: draft.contentType,
    revpos: draft.revpos ?? generation,
    digest,
    length: draft.gzipped ?? data.length,
    stub: true,
    ...(draft.gzipped === undefined ? {} : { encoding: "gzip", encoded_length: data.length }),
  };
};

/** The bytes behind a stub, gzipped if it says so. */
export const attachmentData = (database: Database, stub: JsonObject): Buffer =>
  database.sql("SELECT data FROM $attachments WHERE digest = ?").pluck().get(stub.digest) as Buffer;
