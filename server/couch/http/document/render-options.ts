import type { RenderOptions } from "../../documents/render-revision.ts";
import { badRequest } from "../../refuse.ts";
import { parseRevision, type Revision, revisionText } from "../../revisions/revision.ts";
import { type CouchRequest, isTrue, jsonParameter } from "../transport/couch-request.ts";

/** What the query wants to see of a document. */
export const renderOptions = (request: CouchRequest): RenderOptions => {
  const meta = isTrue(request, "meta");
  const since = jsonParameter(request, "atts_since");
  return {
    revs: isTrue(request, "revs"),
    revsInfo: meta || isTrue(request, "revs_info"),
    conflicts: meta || isTrue(request, "conflicts"),
    deletedConflicts: meta || isTrue(request, "deleted_conflicts"),
    localSeq: isTrue(request, "local_seq"),
    encodingInfo: isTrue(request, "att_encoding_info"),
    ...(isTrue(request, "attachments") || since !== undefined ? { attachments: "data" } : {}),
    ...(since === undefined ? {} : { attachmentsSince: revisionList(since).map(revisionText) }),
  };
};

/** Refuses (400) what is no list of revisions. */
export const revisionList = (json: unknown): Revision[] =>
  Array.isArray(json) ? json.map(parseRevision) : badRequest("Invalid list of revisions");

/** Whether a document shown so is the same for everybody: only then it has an ETag. */
export const isPlain = (options: RenderOptions): boolean =>
  !options.revsInfo && !options.conflicts && !options.deletedConflicts && !options.localSeq;
