import { readDraft } from "../../documents/draft.ts";
import { readLocal, writeLocal } from "../../documents/local-documents.ts";
import { badRequest, notAllowed, notFound } from "../../refuse.ts";
import { type Answer, json, jsonText } from "../transport/answer.ts";
import { jsonBody } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { documentPath } from "./save-one.ts";

/** `_local` documents: where replicators keep their checkpoints. */
export const answerLocal = (server: CouchServer, request: DatabaseRequest, id: string): Answer | Promise<Answer> => {
  const { method, database, rest } = request;
  if (rest.length > 0) return badRequest("_local documents do not accept attachments.");
  if (method === "GET" || method === "HEAD") return jsonText(200, `${(readLocal(database, id) ?? notFound()).text}\n`);
  if (method === "PUT") return put(server, request, id);
  if (method === "DELETE") return remove(server, request, id);
  return notAllowed("DELETE,GET,HEAD,POST,PUT,COPY");
};

const put = async (
  { store, maxDocumentBytes, quotas }: CouchServer,
  request: DatabaseRequest,
  id: string,
): Promise<Answer> => {
  const draft = { ...readDraft(jsonBody(request), maxDocumentBytes), id };
  quotas.take(request.user, [draft]);
  const { rev } = await store.write(request.database, () => writeLocal(request, draft));
  return json(201, { ok: true, id, rev }, { location: documentPath(request, id) });
};

const remove = async ({ store }: CouchServer, request: DatabaseRequest, id: string): Promise<Answer> => {
  const { database } = request;
  if (!readLocal(database, id)) return notFound();
  const draft = { id, start: 0, hashes: [], deleted: true, fields: {}, text: "{}", attachments: [] };
  const { rev } = await store.write(database, () => writeLocal(request, draft));
  return json(200, { ok: true, id, rev });
};
