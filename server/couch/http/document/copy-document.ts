import { canSee } from "../../accounts/can-see.ts";
import { checkDocumentId } from "../../documents/document-id.ts";
import { readDraft } from "../../documents/draft.ts";
import { openRevisions } from "../../documents/open-revisions.ts";
import { renderRevision } from "../../documents/render-revision.ts";
import { parseJson } from "../../json/parse-json.ts";
import { badRequest, notFound } from "../../refuse.ts";
import { parseRevision } from "../../revisions/revision.ts";
import { type Answer, json } from "../transport/answer.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { decodeSegment } from "../transport/read-address.ts";
import { documentPath, saveOne } from "./save-one.ts";
import { sentRevision } from "./sent-revision.ts";

/** `COPY /db/from` with `Destination: to?rev=…`. */
export const copyDocument = async (server: CouchServer, request: DatabaseRequest, from: string): Promise<Answer> => {
  const { database, user, headers } = request;
  const destination = headers.destination;
  if (typeof destination !== "string") return badRequest("Destination header is mandatory for COPY.");
  const [path = "", query = ""] = destination.split("?");
  const id = checkDocumentId(decodeSegment(path.replace(/^.*\//, path.includes("://") ? "" : "$&")));
  if (!canSee(user, database, from)) return notFound();
  const sent = sentRevision(request);
  const opened = openRevisions(database, from, sent ? [sent] : "all")[0];
  if (!opened || !("node" in opened)) return notFound();
  if (!sent && opened.document.row.deleted) return notFound("deleted");
  const text = renderRevision(database, opened.document, opened.node, { attachments: "data" }) ?? notFound();
  const rev = new URLSearchParams(query).get("rev");
  const target =
    rev === null
      ? { start: 0, hashes: [] }
      : { start: parseRevision(rev).generation, hashes: [parseRevision(rev).hash] };
  const draft = { ...readDraft(parseJson(text), server.maxDocumentBytes), ...target, id };
  const written = await saveOne(server, request, draft, "edit");
  return json(
    201,
    { ok: true, id, rev: written.rev },
    { etag: `"${written.rev}"`, location: documentPath(request, id) },
  );
};
