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

/** Attachments of a new revision: what its document says of them, and bytes that are yet to be stored, by digest. */
export type Resolved = { readonly stubs: Stubs; readonly blobs: ReadonlyMap<string, Buffer> };

/** `parent`: the stubs that may be referred to. `generation`: of the new revision. `keepRevpos`: it is a replica. */
export type AttachmentOrigin = {
  readonly id: string;
  readonly parent: Stubs;
  readonly generation: number;
  readonly keepRevpos: boolean;
};

/** Turns attachments as sent into stubs. Refuses (412) a stub that the parent does not have. */
export const resolveAttachments = (drafts: readonly AttachmentDraft[], origin: AttachmentOrigin): Resolved => {
  if (drafts.length === 0) return NO_ATTACHMENTS;
  const stubs: Record<string, JsonObject> = {};
  const blobs = new Map<string, Buffer>();
  for (const draft of [...drafts].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!Buffer.isBuffer(draft.data)) {
      stubs[draft.name] = keptStub(draft, origin);
      continue;
    }
    const digest = checkedDigest(draft, draft.data);
    stubs[draft.name] = newStub(draft, draft.data.length, digest, origin);
    blobs.set(digest, draft.data);
  }
  return { stubs, blobs };
};

const NO_ATTACHMENTS: Resolved = { stubs: {}, blobs: new Map() };

const keptStub = (draft: AttachmentDraft, { id, parent }: AttachmentOrigin): JsonObject => {
  const stub = Object.hasOwn(parent, draft.name) ? parent[draft.name] : undefined;
  const fits = isObject(stub) && (draft.revpos === undefined || draft.revpos === stub.revpos);
  return fits ? stub : refuse(412, "missing_stub", `Invalid attachment stub in ${id} for ${draft.name}`);
};

const checkedDigest = (draft: AttachmentDraft, data: Buffer): string => {
  const digest = `md5-${hash("md5", data, "base64")}`;
  const isOther = draft.digest?.startsWith("md5-") && draft.digest !== digest;
  return isOther ? badRequest(`Attachment ${draft.name} does not have the digest it claims`) : digest;
};

const newStub = (draft: AttachmentDraft, bytes: number, digest: string, origin: AttachmentOrigin): JsonObject => ({
  content_type: draft.contentType,
  revpos: origin.keepRevpos && draft.revpos !== undefined ? draft.revpos : origin.generation,
  digest,
  length: draft.gzipped ?? bytes,
  stub: true,
  ...(draft.gzipped === undefined ? {} : { encoding: "gzip", encoded_length: bytes }),
});

/** Stores bytes under their digest; refuses (400) other bytes that were made to have the same md5. */
export const storeBlobs = (database: Database, blobs: ReadonlyMap<string, Buffer>): void => {
  for (const [digest, data] of blobs) {
    const stored = database.sql("SELECT data FROM $attachments WHERE digest = ?").pluck().get(digest) as Buffer | undefined;
    if (stored && !stored.equals(data)) badRequest("Attachment collides with another one");
    if (!stored) database.sql("INSERT INTO $attachments VALUES (?, ?)").run(digest, data);
  }
};

/** The attachments' part of what a revision is hashed from. */
export const hashedAttachments = (stubs: Stubs): Json[] =>
  Object.entries(stubs).map(([name, { content_type, digest }]) => [name, content_type ?? null, digest ?? null]);

/** The bytes behind a stub, gzipped if it says so. */
export const attachmentData = (database: Database, stub: JsonObject): Buffer =>
  database.sql("SELECT data FROM $attachments WHERE digest = ?").pluck().get(stub.digest) as Buffer;
