import { hash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
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

/** Bytes as stored: text is gzipped, so that its digest is the one CouchDB would give. */
export type Blob = { readonly data: Buffer; readonly isGzipped: boolean };

/** Attachments of a new revision: what its document says of them, and bytes that are yet to be stored, by digest. */
export type Resolved = { readonly stubs: Stubs; readonly blobs: ReadonlyMap<string, Blob> };

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
  const blobs = new Map<string, Blob>();
  for (const draft of [...drafts].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!Buffer.isBuffer(draft.data)) {
      stubs[draft.name] = keptStub(draft, origin);
      continue;
    }
    const blob = blobOf(draft, draft.data);
    const digest = `md5-${hash("md5", blob.data, "base64")}`;
    stubs[draft.name] = newStub(draft, draft.gzipped ?? draft.data.length, digest, origin);
    blobs.set(digest, blob);
  }
  return { stubs, blobs };
};

const NO_ATTACHMENTS: Resolved = { stubs: {}, blobs: new Map() };

const keptStub = (draft: AttachmentDraft, { id, parent }: AttachmentOrigin): JsonObject => {
  const stub = Object.hasOwn(parent, draft.name) ? parent[draft.name] : undefined;
  const fits = isObject(stub) && (draft.revpos === undefined || draft.revpos === stub.revpos);
  return fits ? stub : refuse(412, "missing_stub", `Invalid attachment stub in ${id} for ${draft.name}`);
};

/** CouchDB's own level and list of types. */
const GZIP_LEVEL = 8;
const COMPRESSIBLE = /^(text\/|application\/(javascript|json|xml)\b)/;

const blobOf = ({ gzipped, contentType }: AttachmentDraft, data: Buffer): Blob => {
  if (gzipped !== undefined) return { data, isGzipped: true };
  const isText = COMPRESSIBLE.test(contentType);
  return { data: isText ? gzipSync(data, { level: GZIP_LEVEL }) : data, isGzipped: isText };
};

const newStub = (draft: AttachmentDraft, length: number, digest: string, origin: AttachmentOrigin): JsonObject => ({
  content_type: draft.contentType,
  revpos: origin.keepRevpos && draft.revpos !== undefined ? draft.revpos : origin.generation,
  digest,
  length,
  stub: true,
});

/** Stores bytes under their digest; refuses (400) other bytes that were made to have the same md5. */
export const storeBlobs = (database: Database, blobs: ReadonlyMap<string, Blob>): void => {
  for (const [digest, { data, isGzipped }] of blobs) {
    const stored = findBlob(database, digest);
    if (stored && !stored.data.equals(data)) badRequest("Attachment collides with another one");
    if (!stored) database.sql("INSERT INTO $attachments VALUES (?, ?, ?)").run(digest, isGzipped ? 1 : 0, data);
  }
};

const findBlob = (database: Database, digest: unknown): Blob | undefined => {
  const row = database.sql("SELECT gzipped, data FROM $attachments WHERE digest = ?").get(digest) as
    | { gzipped: number; data: Buffer }
    | undefined;
  return row && { data: row.data, isGzipped: row.gzipped === 1 };
};

/** The bytes behind a stub as stored. A stub without bytes is a bug: compaction keeps what is referred to. */
export const storedBlob = (database: Database, stub: JsonObject): Blob => {
  const blob = findBlob(database, stub.digest);
  if (!blob) throw new Error("An attachment has lost its bytes");
  return blob;
};

/** The bytes behind a stub as they were sent. */
export const plainData = (database: Database, stub: JsonObject): Buffer => {
  const { data, isGzipped } = storedBlob(database, stub);
  return isGzipped ? gunzipSync(data) : data;
};

/** The attachments' part of what a revision is hashed from. */
export const hashedAttachments = (stubs: Stubs): Json[] =>
  Object.entries(stubs).map(([name, { content_type, digest }]) => [name, content_type ?? null, digest ?? null]);
