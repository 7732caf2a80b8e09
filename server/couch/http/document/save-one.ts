import type { Draft } from "../../documents/draft.ts";
import type { Written } from "../../documents/write-context.ts";
import { refuse } from "../../refuse.ts";
import { type Answer, json } from "../transport/answer.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { saveDrafts } from "./save-drafts.ts";

/** Writes one document; refuses the request where the document is refused. */
export const saveOne = async (
  server: CouchServer,
  request: DatabaseRequest,
  draft: Draft,
  mode: "edit" | "replica",
): Promise<Written> => {
  const [written] = await saveDrafts(server, request, [draft], mode);
  if (written?.error) refuse(written.error.status, written.error.error, written.error.reason);
  return written ?? { id: draft.id, rev: `${draft.start}-${draft.hashes[0] ?? ""}` };
};

/** `batch=ok`: the client does not want to hear what becomes of it. It is as durable as any other write. */
export const saveWithoutAnswer = async (
  server: CouchServer,
  request: DatabaseRequest,
  draft: Draft,
): Promise<Answer> => {
  await saveDrafts(server, request, [draft], "edit");
  return json(202, { ok: true, id: draft.id });
};

/** Where a document (or its attachment) is found: the path from the root of the host. */
export const documentPath = ({ prefix, path }: DatabaseRequest, ...parts: string[]): string =>
  [prefix, ...[path[0] ?? "", ...parts].map(encodeURIComponent)].join("/");
