import { openRevisions } from "../../documents/open-revisions.ts";
import { renderRevision } from "../../documents/render-revision.ts";
import { notFound } from "../../refuse.ts";
import { type Answer, jsonText } from "../transport/answer.ts";
import { accepts, isTrue, jsonParameter } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { multipartRevisions } from "./multipart-revisions.ts";
import { renderOptions, revisionList } from "./render-options.ts";

/** `?open_revs=all` or a list: several revisions of one document, as a JSON list or as multipart/mixed. */
export const answerOpenRevisions = (request: DatabaseRequest, id: string): Answer => {
  const { query, database } = request;
  const asked = query.get("open_revs") === "all" ? "all" : revisionList(jsonParameter(request, "open_revs"));
  const opened = openRevisions(database, id, asked, isTrue(request, "latest"));
  if (asked === "all" && opened.length === 0) return notFound();
  const options = renderOptions(request);
  if (accepts(request, "multipart/mixed")) return multipartRevisions(database, opened, options);
  const rows = opened.map((one) =>
    "missing" in one ? JSON.stringify(one) : `{"ok":${renderRevision(database, one.document, one.node, options)}}`,
  );
  return jsonText(200, `[${rows.join(",")}]\n`);
};
