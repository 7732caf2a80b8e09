import type { Draft } from "../../documents/draft.ts";
import { badRequest } from "../../refuse.ts";
import { parseRevision, type Revision } from "../../revisions/revision.ts";
import type { CouchRequest } from "../transport/couch-request.ts";

/** The revision that `?rev=` or If-Match names; refuses (400) two that differ. */
export const sentRevision = ({ query, headers }: CouchRequest): Revision | undefined => {
  const inQuery = query.get("rev");
  const inHeader = headers["if-match"]?.trim().replaceAll('"', "");
  const fromQuery = inQuery === null ? undefined : parseRevision(inQuery);
  const fromHeader = inHeader === undefined ? undefined : parseRevision(inHeader);
  if (fromQuery && fromHeader && !isSame(fromQuery, fromHeader))
    return badRequest("Document rev and etag have different values");
  return fromQuery ?? fromHeader;
};

/** The draft with the revision of the request where it has none itself; refuses (400) two that differ. */
export const withSentRevision = (request: CouchRequest, draft: Draft): Draft => {
  const sent = sentRevision(request);
  if (!sent) return draft;
  const [hash] = draft.hashes;
  if (hash === undefined) return { ...draft, start: sent.generation, hashes: [sent.hash] };
  if (isSame(sent, { generation: draft.start, hash })) return draft;
  return badRequest("Document rev from request body and query string have different values");
};

const isSame = (a: Revision, b: Revision): boolean => a.generation === b.generation && a.hash === b.hash;
