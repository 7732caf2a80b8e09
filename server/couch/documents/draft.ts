import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { badRequest, refuse } from "../refuse.ts";
import { parseHash, parseRevision } from "../revisions/revision.ts";
import { type AttachmentDraft, attachmentDrafts } from "./attachment-draft.ts";
import { checkDocumentId } from "./document-id.ts";

/** A document as somebody sent it, checked in form but not yet against what is stored. */
export type Draft = {
  readonly id: string;
  /** For an edit the parent (`start` 0 and no hashes where there is none); for a replicated one itself, first. */
  readonly start: number;
  readonly hashes: readonly string[];
  readonly deleted: boolean;
  /** The members that are not CouchDB's, and their JSON text. */
  readonly fields: JsonObject;
  readonly text: string;
  readonly attachments: readonly AttachmentDraft[];
};

const IGNORED = new Set(["_revs_info", "_local_seq", "_conflicts", "_deleted_conflicts"]);
const KEPT = new Set([
  "_access",
  "_replication_state",
  "_replication_state_time",
  "_replication_state_reason",
  "_replication_id",
  "_replication_stats",
]);

/** Reads a document; refuses (400) a wrong form, (413) more than `maxBytes` of body. An absent id gives "". */
export const readDraft = (json: Json, maxBytes: number): Draft => {
  if (!isObject(json)) return badRequest("Document must be a JSON object");
  const fields: JsonObject = {};
  for (const name in json) {
    if (name.charCodeAt(0) !== UNDERSCORE || KEPT.has(name)) fields[name] = json[name] as Json;
    else if (!SPECIAL.has(name) && !IGNORED.has(name)) refuseMember(name);
  }
  const id = "_id" in json ? checkDocumentId(json._id) : "";
  const text = JSON.stringify(fields);
  if (text.length > maxBytes / MOST_BYTES_OF_A_UNIT && Buffer.byteLength(text) > maxBytes)
    refuse(413, "document_too_large", id);
  const deleted = json._deleted ?? false;
  if (typeof deleted !== "boolean") return refuseMember("_deleted");
  return { id, ...history(json), deleted, fields, text, attachments: attachmentDrafts(json._attachments) };
};

const UNDERSCORE = 95;
const MOST_BYTES_OF_A_UNIT = 3;
const SPECIAL = new Set(["_id", "_rev", "_revisions", "_deleted", "_attachments"]);

const refuseMember = (name: string): never => refuse(400, "doc_validation", `Bad special document member: ${name}`);

const history = (json: JsonObject): { start: number; hashes: readonly string[] } => {
  if (isObject(json._revisions)) return revisions(json._revisions);
  if ("_revisions" in json) return refuseMember("_revisions");
  if (!("_rev" in json)) return { start: 0, hashes: [] };
  const { generation, hash } = parseRevision(json._rev);
  return { start: generation, hashes: [hash] };
};

const revisions = ({ start, ids }: JsonObject): { start: number; hashes: readonly string[] } => {
  if (!Number.isSafeInteger(start) || (start as number) < 0) {
    return refuse(400, "doc_validation", "_revisions.start isn't an integer.");
  }
  if (!Array.isArray(ids)) return refuse(400, "doc_validation", "_revisions.ids isn't a array.");
  // CouchDB's replicator sends the one revision of its checkpoints like that: `0-7` is `{start: 0, ids: ["7"]}`.
  if (ids.length > Math.max(1, start as number))
    return refuse(400, "doc_validation", "_revisions.ids is longer than _revisions.start");
  const hashes = ids.map((id) =>
    typeof id === "string" ? parseHash(id) : refuse(400, "doc_validation", "RevId isn't a string"),
  );
  return { start: start as number, hashes };
};
