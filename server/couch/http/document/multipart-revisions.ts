import type { Opened } from "../../documents/open-revisions.ts";
import { type RenderOptions, renderRevision } from "../../documents/render-revision.ts";
import type { Database } from "../../store/database.ts";
import type { Answer } from "../transport/answer.ts";
import { newBoundary, writeMultipart } from "../transport/multipart.ts";
import { relatedBody } from "./multipart-document.ts";

/** Several revisions as multipart/mixed: what CouchDB's replicator reads documents with attachments by. */
export const multipartRevisions = (database: Database, opened: readonly Opened[], options: RenderOptions): Answer => {
  const outer = newBoundary();
  const inner = newBoundary();
  const parts = opened.map((one) => {
    if ("missing" in one)
      return { headers: ['Content-Type: application/json; error="true"'], body: Buffer.from(JSON.stringify(one)) };
    const related = relatedBody(database, one.document, one.node, options, inner);
    if (related) return { headers: [`Content-Type: multipart/related; boundary="${inner}"`], body: related };
    const { attachments: _, ...plain } = options;
    return {
      headers: ["Content-Type: application/json"],
      body: Buffer.from(renderRevision(database, one.document, one.node, plain) ?? "null"),
    };
  });
  return {
    status: 200,
    body: writeMultipart(outer, parts),
    headers: { "content-type": `multipart/mixed; boundary="${outer}"` },
  };
};
